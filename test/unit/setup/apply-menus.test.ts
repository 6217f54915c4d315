import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMenus, removeOldMenus } from '../../../bot/setup/apply-menus.ts';
import type { LineAccount } from '../../../bot/setup/line-account.ts';
import { createLineAccount } from '../../../bot/setup/line-account-client.ts';
import { type PlannedMenu, plannedMenus } from '../../../bot/setup/planned-menus.ts';
import { SetupStopped } from '../../../bot/setup/setup-stopped.ts';
import { createSimulator, type Simulator } from '../../simulator/simulator.ts';
import { capturingLog, testClock } from '../webhook/seeded-ports.ts';

const TOKEN = 'setup-token';
/** The smallest picture LINE takes, quick to draw. */
const BLANK =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="250"><rect width="800" height="250" fill="#fff"/></svg>';
/** More calls than one run makes. */
const MAX_CALLS = 60;

const plans = (version: string): readonly PlannedMenu[] =>
  plannedMenus(() => undefined)
    .slice(0, 2)
    .map((plan) => ({ ...plan, svg: BLANK, name: `${plan.alias} ${version}` }));

/** Where in a run LINE fails: at the call, or after it took effect. */
function failing(
  account: LineAccount,
  at: number,
  isTaken: boolean,
): { account: LineAccount; calls(): number } {
  let calls = 0;
  const wrap =
    (call: (...args: never[]) => Promise<unknown>) =>
    async (...args: never[]) => {
      calls += 1;
      if (calls !== at) return call(...args);
      if (isTaken) await call(...args);
      return { kind: 'failed', status: 0 };
    };
  const wrapped = Object.fromEntries(Object.entries(account).map(([name, call]) => [name, wrap(call)]));
  return { account: wrapped as unknown as LineAccount, calls: () => calls };
}

describe('bringing the menus to LINE', () => {
  let simulator: Simulator;
  let account: LineAccount;
  let close: () => Promise<void>;

  const open = async () => {
    simulator = createSimulator({ channelSecret: 's', channelAccessToken: TOKEN, loginChannelId: '1' });
    const listening = await simulator.listen(0);
    close = listening.close;
    account = createLineAccount({
      channelAccessToken: TOKEN,
      apiUrl: listening.url,
      dataApiUrl: listening.url,
      clock: testClock(),
      log: capturingLog(),
    });
  };
  beforeEach(open);
  afterEach(() => close());

  const run = async (through: LineAccount, planned: readonly PlannedMenu[]) => {
    const applied = await applyMenus(through, planned);
    await removeOldMenus(through, applied.old);
    return applied.changes + applied.old.length;
  };
  const standing = () => {
    const { richMenus } = simulator.platform;
    const nameOf = (id: string | undefined) => richMenus.get(id ?? '')?.['name'];
    return {
      names: richMenus.list().map((menu) => menu['name']),
      aliases: Object.fromEntries(
        richMenus.aliases().map(({ richMenuAliasId, richMenuId }) => [richMenuAliasId, nameOf(richMenuId)]),
      ),
      default: nameOf(richMenus.defaultId),
      pictures: richMenus.list().every((menu) => richMenus.image(String(menu['richMenuId'])) !== undefined),
    };
  };
  const wanted = (version: string) => ({
    names: expect.toSatisfy(
      (names: string[]) =>
        names.length === 2 &&
        names.every((name) => name.endsWith(` ${version}`)) &&
        new Set(names).size === 2,
    ) as unknown,
    aliases: {
      'prongsai-citizen': `prongsai-citizen ${version}`,
      'prongsai-staff': `prongsai-staff ${version}`,
    },
    default: `prongsai-citizen ${version}`,
    pictures: true,
  });

  it.each([
    ['before it took effect', false],
    ['after it took effect', true],
  ])(
    'is completed by the next run when LINE failed at any call %s, and leaves nothing over',
    async (_when, isTaken) => {
      for (let at = 1; at <= MAX_CALLS; at += 1) {
        await close();
        await open();
        await run(account, plans('1'));
        const faulty = failing(account, at, isTaken);
        const stopped = await run(faulty.account, plans('2')).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (stopped !== undefined) expect(stopped).toBeInstanceOf(SetupStopped);
        await run(account, plans('2'));
        expect(standing(), `call ${at}`).toEqual(wanted('2'));
        expect(await run(account, plans('2')), `call ${at}`).toBe(0);
        if (stopped === undefined && faulty.calls() < at) return;
      }
      throw new Error('a run makes more calls than expected');
    },
  );

  it('leaves every alias on a complete menu at every stop', async () => {
    await run(account, plans('1'));
    for (let at = 1; at <= MAX_CALLS; at += 1) {
      const faulty = failing(account, at, false);
      await run(faulty.account, plans(`v${at}`)).catch(() => {});
      const { richMenus } = simulator.platform;
      for (const { richMenuId } of richMenus.aliases()) expect(richMenus.image(richMenuId)).toBeDefined();
      expect(richMenus.image(richMenus.defaultId ?? '')).toBeDefined();
      if (faulty.calls() < at) return;
    }
    throw new Error('a run makes more calls than expected');
  });

  it('takes away an alias of a menu that there is no more', async () => {
    await run(account, plans('1'));
    const { richMenus } = simulator.platform;
    richMenus.setAlias('prongsai-gone', richMenus.defaultId ?? '');
    richMenus.setAlias('of-the-office', richMenus.defaultId ?? '');
    expect(await run(account, plans('1'))).toBe(1);
    expect(richMenus.alias('prongsai-gone')).toBeUndefined();
    expect(richMenus.alias('of-the-office')).toBeDefined();
  });
});
