import Database from 'libsql';

/** One row as it lies in its table. */
export interface Row {
  readonly id: string;
  readonly json: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every table of a database, its rows in the order in which they lie. */
export type WholeDatabase = ReadonlyMap<string, readonly Row[]>;

/** Reads everything that a thief of an embedded store's file gets. */
export function wholeDatabase(path: string): WholeDatabase {
  const db = new Database(path);
  try {
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all([]) as {
      name: string;
    }[];
    return new Map(
      tables.map(({ name }) => {
        const rows = db.prepare(`SELECT id, json FROM ${name} NOT INDEXED`).all([]) as {
          id: string;
          json: string;
        }[];
        return [name, rows.map((row) => ({ ...row, data: JSON.parse(row.json) as Row['data'] }))];
      }),
    );
  } finally {
    db.close();
  }
}
