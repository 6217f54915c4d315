import type { Clock } from '../../bot/clock.ts';
import { notHere } from '../../bot/move/stay.ts';
import type { Finding } from '../../bot/setup/finding.ts';
import { type Store, StoreError } from '../../bot/store/store.ts';
import type { DeploySettings } from './deploy-settings.ts';
import { keysInUse } from './keys-in-use.ts';
import type { KeysInUse } from './secret-plan.ts';
import { deployText as t } from './text.ts';

/** A database that was just made is not seen at once by all of Google's machines. */
const TRIES = 4;
const WAIT_MS = 10_000;

/** Whether the office of the project's store lives there, and which keys it was made with. */
export async function checkOffice(
  store: Store,
  { clock, settings }: { readonly clock: Clock; readonly settings: DeploySettings },
): Promise<{ readonly finding: Finding; readonly inUse: KeysInUse | undefined }> {
  for (let tried = 1; ; tried += 1) {
    try {
      const elsewhere = await notHere(store);
      if (elsewhere) return { finding: { level: 'bad', text: t.elsewhere[elsewhere] }, inUse: undefined };
      return { finding: { level: 'good', text: t.officeHere }, inUse: await keysInUse(store) };
    } catch (error) {
      if (error instanceof StoreError && error.code === 'unavailable' && tried < TRIES) {
        await clock.sleep(WAIT_MS);
        continue;
      }
      // Only the kind of an error is said: its text may hold anything.
      const code = error instanceof StoreError ? error.code : error instanceof Error ? error.name : 'error';
      const text = t.storeFailed(code, settings.GOOGLE_CLOUD_PROJECT);
      return { finding: { level: 'bad', text }, inUse: undefined };
    }
  }
}
