import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIT_HEAD_ID, auditHeads } from '../audit/records.ts';
import { type NotHere, notHere } from '../move/stay.ts';
import { openStore } from '../open-ports.ts';
import type { StoreSettings } from '../settings.ts';
import { ref, type Store } from '../store/store.ts';

/** The store of an office, or why no command may work on what the settings name. */
export type OpenedOffice =
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'closed'; readonly reason: 'no-office' | NotHere };

/**
 * Opens the store that the settings name for a command of the office's admin; the caller closes it. A mistyped folder or
 * project gives `no-office` and starts nothing there, unless `mayBegin` says that the office may be a new one. An office that
 * lives elsewhere is closed to every command.
 * @throws StoreError when the store is out of reach.
 */
export async function openOffice(settings: StoreSettings, mayBegin = false): Promise<OpenedOffice> {
  if (settings.STORE === 'embedded' && !existsSync(join(settings.DATA_DIR, 'office.db'))) {
    if (!mayBegin) return { kind: 'closed', reason: 'no-office' };
    mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 });
  }
  const store = await openStore(settings);
  try {
    const isHere = mayBegin || settings.STORE === 'embedded' || (await hasChain(store));
    const reason = (await notHere(store)) ?? (isHere ? undefined : 'no-office');
    if (reason === undefined) return { kind: 'open', store };
    await store.close();
    return { kind: 'closed', reason };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Every project answers, also a wrong one; an office's has a chain of audit entries since its first key or admin. */
async function hasChain(store: Store): Promise<boolean> {
  return (await store.get(ref(auditHeads, AUDIT_HEAD_ID))) !== undefined;
}
