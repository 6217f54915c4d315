import type { DocumentData } from 'firebase-admin/firestore';
import type { AnyCollection } from './store.ts';
import { StoreError } from './store.ts';

/** The client library, loaded by who opens the store: a program that keeps its data elsewhere never loads it. */
export type FirestoreSdk = typeof import('firebase-admin/firestore');

/** Firestore holds no array directly in an array; the inner one travels in a map with this only key. */
const NESTED = '[]';
/** A map of the program's own that looks like that gets one more quote in front, and loses it when read. */
const LOOKS_NESTED = /^'*\[\]$/;
const QUOTED = /^'+\[\]$/;
/** Half of a surrogate pair has no UTF-8 form; Firestore's wire refuses the whole write. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Firestore's rule for names of fields, at any depth. */
const REFUSED_KEY = /^(__.*__)?$/s;
/** Firestore's limit of maps and arrays within each other, the document itself not counted. */
const MAX_DEPTH = 20;
/** First and last millisecond of Firestore's timestamps: the years 1 to 9999. */
const MIN_TIMESTAMP_MS = -62_135_596_800_000;
const MAX_TIMESTAMP_MS = 253_402_300_799_999;

function encode(value: unknown, inArray: boolean, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new StoreError('misuse', `values within each other over ${MAX_DEPTH} deep`);
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\ufffd');
  if (Array.isArray(value)) {
    const items = value.map((item) => encode(item, true, depth + (inArray ? 2 : 1)));
    return inArray ? { [NESTED]: items } : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]): [string, unknown] => {
    if (REFUSED_KEY.test(key)) throw new StoreError('misuse', `field name "${key}"`);
    return [key.replace(LONE_SURROGATE, '\ufffd'), encode(held, false, depth + 1)];
  });
  const only = entries.length === 1 ? entries[0] : undefined;
  if (inArray && only && LOOKS_NESTED.test(only[0])) only[0] = `'${only[0]}`;
  return Object.fromEntries(entries);
}

function decode(sdk: FirestoreSdk, value: unknown, inArray: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => decode(sdk, item, true));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof sdk.Timestamp) return value.toMillis();
  const entries = Object.entries(value).map(([key, held]): [string, unknown] => [
    key,
    decode(sdk, held, false),
  ]);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (inArray && only?.[0] === NESTED) return only[1];
  if (inArray && only && QUOTED.test(only[0])) only[0] = only[0].slice(1);
  return Object.fromEntries(entries);
}

/**
 * One top-level field as Firestore keeps and compares it. The collection's `expiresAtField` becomes a timestamp,
 * because Firestore sweeps by timestamps only.
 * @throws StoreError `misuse` for an expiry that is no whole millisecond of the years 1 to 9999.
 */
export function toFirestoreField(
  sdk: FirestoreSdk,
  collection: AnyCollection,
  field: string,
  value: unknown,
): unknown {
  if (field !== collection.expiresAtField || typeof value !== 'number') return encode(value, false, 1);
  if (!Number.isInteger(value) || value < MIN_TIMESTAMP_MS || value > MAX_TIMESTAMP_MS) {
    throw new StoreError('misuse', `expiry ${value} in ${collection.name}`);
  }
  return sdk.Timestamp.fromMillis(value);
}

/**
 * A document, given as JSON text, as Firestore takes it; {@link fromFirestore} gives back an equal one.
 * @throws StoreError `misuse` for a field name that Firestore refuses or an expiry that is no time.
 */
export function toFirestore(sdk: FirestoreSdk, collection: AnyCollection, json: string): DocumentData {
  const data = encode(JSON.parse(json), false, 0) as DocumentData;
  const field = collection.expiresAtField;
  if (field && data[field] !== undefined) data[field] = toFirestoreField(sdk, collection, field, data[field]);
  return data;
}

/** The document behind what Firestore gave. In which order its keys come is not promised. */
export function fromFirestore<T extends object>(sdk: FirestoreSdk, data: DocumentData): T {
  return decode(sdk, data, false) as T;
}
