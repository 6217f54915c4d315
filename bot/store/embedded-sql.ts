import type { Database } from 'libsql';
import type { AnyCollection, Collection, Filter, Query, Stored } from './store.ts';
import { StoreError } from './store.ts';

interface Row {
  readonly id: string;
  readonly json: string;
}

/** Fields become part of SQL text, so only plain names may pass. */
const FIELD = /^[a-zA-Z][a-zA-Z0-9]{0,60}$/;
const OPERATORS: Readonly<Record<string, string>> = {
  '==': '=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function column(field: string): string {
  if (!FIELD.test(field)) throw new StoreError('misuse', `field name ${field}`);
  return `json_extract(json, '$.${field}')`;
}

/** Table of a collection. `WITHOUT ROWID`: row order must not tell in which order documents were made. */
export function createTable(db: Database, collection: AnyCollection): void {
  db.exec(
    `CREATE TABLE IF NOT EXISTS ${collection.name} (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID`,
  );
  const swept = collection.expiresAtField ? [[collection.expiresAtField]] : [];
  for (const fields of [...collection.indexes, ...swept]) {
    const name = `${collection.name}_by_${fields.join('_')}`;
    db.exec(
      `CREATE INDEX IF NOT EXISTS ${name} ON ${collection.name} (${fields.map(column).join(', ')}, id)`,
    );
  }
}

/** The `WHERE` of a list of filters and its values, in order. */
function conditions(filters: readonly Filter<never>[]): {
  sql: string[];
  values: (string | number)[];
} {
  const sql: string[] = [];
  const values: (string | number)[] = [];
  for (const [field, operator, value] of filters as readonly Filter<Record<string, unknown>>[]) {
    const sqlOperator = OPERATORS[operator];
    if (sqlOperator === undefined) throw new StoreError('misuse', `operator ${operator}`);
    sql.push(`${column(field)} ${sqlOperator} ?`);
    values.push(typeof value === 'boolean' ? Number(value) : value);
  }
  return { sql, values };
}

/** SQL of one page, with its values. @throws StoreError `misuse` for an odd field name. */
export function pageSql<T extends object>(query: Query<T>): { sql: string; values: (string | number)[] } {
  const { sql, values } = conditions((query.where ?? []) as readonly Filter<never>[]);
  const order = query.orderBy;
  const direction = order?.direction === 'desc' ? 'DESC' : 'ASC';
  const beyond = direction === 'DESC' ? '<' : '>';
  if (order) sql.push(`json_type(json, '$.${order.field}') IS NOT NULL`);
  if (query.after && order) {
    const field = column(order.field);
    const last = query.after.data[order.field] as string | number | null;
    // Null sorts before everything, as in Firestore, but a comparison with null is never true in SQL.
    if (last === null) sql.push(`(${direction === 'ASC' ? `${field} IS NOT NULL OR ` : ''}id ${beyond} ?)`);
    else sql.push(`((${field}, id) ${beyond} (?, ?)${direction === 'DESC' ? ` OR ${field} IS NULL` : ''})`);
    if (last === null && direction === 'DESC') sql.push(`${field} IS NULL`);
    values.push(...(last === null ? [] : [last]), query.after.id);
  } else if (query.after) {
    sql.push(`id ${beyond} ?`);
    values.push(query.after.id);
  }
  const where = sql.length > 0 ? ` WHERE ${sql.join(' AND ')}` : '';
  const orderSql = order ? `${column(order.field)} ${direction}, id ${direction}` : `id ${direction}`;
  values.push(query.limit);
  return {
    sql: `SELECT id, json FROM ${query.collection.name}${where} ORDER BY ${orderSql} LIMIT ?`,
    values,
  };
}

/** Prepared statements of one connection, each made once. */
export class Statements {
  readonly #db: Database;
  readonly #prepared = new Map<string, ReturnType<Database['prepare']>>();

  constructor(db: Database) {
    this.#db = db;
  }

  #prepare(sql: string): ReturnType<Database['prepare']> {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  get<T extends object>(collection: Collection<T>, id: string): Stored<T> | undefined {
    const row = this.#prepare(`SELECT json FROM ${collection.name} WHERE id = ?`).get(id) as Row | undefined;
    return row && { id, data: JSON.parse(row.json) as T };
  }

  has(collection: AnyCollection, id: string): boolean {
    return this.#prepare(`SELECT 1 FROM ${collection.name} WHERE id = ?`).get(id) !== undefined;
  }

  page<T extends object>(query: Query<T>): readonly Stored<T>[] {
    const { sql, values } = pageSql(query);
    const rows = this.#prepare(sql).all(values) as Row[];
    return rows.map((row) => ({ id: row.id, data: JSON.parse(row.json) as T }));
  }

  count<T extends object>(query: Pick<Query<T>, 'collection' | 'where'>): number {
    const { sql, values } = conditions((query.where ?? []) as readonly Filter<never>[]);
    const where = sql.length > 0 ? ` WHERE ${sql.join(' AND ')}` : '';
    const row = this.#prepare(`SELECT count(*) AS n FROM ${query.collection.name}${where}`).get(values);
    return (row as { n: number }).n;
  }

  put(collection: AnyCollection, id: string, json: string): void {
    this.#prepare(
      `INSERT INTO ${collection.name} (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
    ).run([id, json]);
  }

  remove(collection: AnyCollection, id: string): void {
    this.#prepare(`DELETE FROM ${collection.name} WHERE id = ?`).run(id);
  }
}
