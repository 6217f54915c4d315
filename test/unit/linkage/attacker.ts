import { officeKeys } from '../../../bot/office-keys.ts';
import { CONVERSATION_SECRET } from '../../faults/complaint-world.ts';
import type { Stolen } from './hundred-cases.ts';
import type { Row } from './whole-database.ts';

/** A number the thief reads off each person, or off each case. */
export type Feature = ReadonlyMap<string, number>;
export type Features = ReadonlyMap<string, Feature>;

const keys = officeKeys(CONVERSATION_SECRET);

/** What the stored rows tell about each person on the thief's list, with the conversation key at hand. */
export function featuresOfPeople({ userIds, database }: Stolen): Features {
  const conversations = database.get('conversations') ?? [];
  const rowOf = new Map(conversations.map((row, at) => [row.id, { ...row, at }]));
  const of = (read: (row: (Row & { at: number }) | undefined, userId: string) => number): Feature =>
    new Map(userIds.map((userId) => [userId, read(rowOf.get(keys.conversationId(userId)), userId)]));
  return new Map([
    ['place in the table', of((row) => row?.at ?? -1)],
    ['revision', of((row) => Number(row?.data['rev'] ?? -1))],
    ['expiry', of((row) => Number(row?.data['expiresAtMs'] ?? -1))],
    ['length of the row', of((row) => row?.json.length ?? -1)],
    ['time of the last event', of((row, userId) => lastEventAtMs(row, userId))],
    ['rows that name the person', of((_row, userId) => namedIn(database, userId))],
  ]);
}

/** What a conversation gives when opened with the key and the person's id. */
export function openedFlow(row: Row | undefined, userId: string): unknown {
  const closed = row?.data['closedFlow'];
  return typeof closed === 'string' ? keys.openFor(userId, closed) : undefined;
}

function lastEventAtMs(row: Row | undefined, userId: string): number {
  const flow = openedFlow(row, userId) as { lastEventAtMs?: number } | undefined;
  return flow?.lastEventAtMs ?? -1;
}

function namedIn(database: Stolen['database'], userId: string): number {
  return [...database.values()].flat().filter(({ id, json }) => `${id}${json}`.includes(userId)).length;
}

/** What the stored rows and files tell about each case. */
export function featuresOfCases({ database, files }: Stolen): Features {
  const cases = database.get('cases') ?? [];
  const of = (read: (row: Row, at: number) => number): Feature =>
    new Map(cases.map((row, at) => [row.id, read(row, at)]));
  const clear = (row: Row) => row.data['clear'] as Readonly<Record<string, unknown>>;
  const place = (table: string, finds: (other: Row, row: Row) => boolean) =>
    of((row) => (database.get(table) ?? []).findIndex((other) => finds(other, row)));
  const filesOf = (row: Row) => [...files].filter(([name]) => name.startsWith(`cases/${row.id}`));
  const names = [...files.keys()];
  return new Map([
    ['place in the table', of((_row, at) => at)],
    ['number', of((row) => Number(String(clear(row)['number']).replace('-', '')))],
    ['place of its number', place('caseNumbers', (other, row) => other.data['caseId'] === row.id)],
    ['place of its receipt', place('receipts', (other, row) => other.data['caseId'] === row.id)],
    [
      'place of its audit entry',
      place('audit', (other, row) => other.json.includes(String(clear(row)['number']))),
    ],
    ['pieces', of((row) => (row.data['pieces'] as readonly unknown[]).length)],
    ['filled answers', of((row) => Number(clear(row)['filledCount']))],
    ['attachments', of((row) => Number(clear(row)['attachmentCount']))],
    ['category', of((row) => hash(String(clear(row)['category'])))],
    ['length of the row', of((row) => row.json.length)],
    [
      'length of its content',
      of((row) =>
        (database.get('caseParts') ?? [])
          .filter(({ id }) => id.startsWith(row.id))
          .reduce((sum, { json }) => sum + json.length, 0),
      ),
    ],
    ['size of its files', of((row) => filesOf(row).reduce((sum, [, { bytes }]) => sum + bytes.length, 0))],
    ['time of its files', of((row) => filesOf(row)[0]?.[1].atMs ?? -1)],
    ['place of its files', of((row) => names.indexOf(filesOf(row)[0]?.[0] ?? ''))],
  ]);
}

function hash(text: string): number {
  return [...text].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) % 65_521, 7);
}
