import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../bot/settings.ts';
import { checkInfo, checkQuota } from '../../../bot/setup/check-account.ts';
import { checkWebhook, publicAddress } from '../../../bot/setup/check-webhook.ts';
import type { LineAccount, WebhookTest } from '../../../bot/setup/line-account.ts';
import type { SetupDeps } from '../../../bot/setup/setup-deps.ts';

const ADDRESS = 'https://prongsai.example.go.th';
const WELL: WebhookTest = { success: true, statusCode: 200, reason: 'OK' };

interface WebhookOnLine {
  url?: string;
  active: boolean;
}

function deps(publicUrl: string, webhook: WebhookOnLine, test: WebhookTest, calls: string[] = []): SetupDeps {
  const read = readSettings({
    PUBLIC_URL: publicUrl,
    LINE_CHANNEL_SECRET: 's',
    LINE_CHANNEL_ACCESS_TOKEN: 't',
  });
  if ('problems' in read) throw new Error('settings');
  const account: Partial<LineAccount> = {
    webhook: async () =>
      webhook.url === undefined
        ? { kind: 'none' }
        : { kind: 'told', value: { url: webhook.url, active: webhook.active } },
    setWebhook: async (url) => {
      calls.push(url);
      webhook.url = url;
      return { kind: 'told', value: {} };
    },
    testWebhook: async () => ({ kind: 'told', value: test }),
  };
  return { settings: read.settings, account } as unknown as SetupDeps;
}

const levels = async (of: SetupDeps) => (await checkWebhook(of)).map(({ level }) => level);
const said = async (of: SetupDeps) => (await checkWebhook(of)).map(({ text }) => text).join('\n');

describe('the check of the webhook', () => {
  it('sets the address when there is none or another one, and leaves the right one alone', async () => {
    for (const url of [undefined, 'https://old.example.go.th/webhook']) {
      const calls: string[] = [];
      const webhook: WebhookOnLine = { active: true, ...(url ? { url } : {}) };
      expect(await levels(deps(`${ADDRESS}/`, webhook, WELL, calls))).toEqual(['done', 'good', 'good']);
      expect(await levels(deps(ADDRESS, webhook, WELL, calls))).toEqual(['good', 'good', 'good']);
      expect(calls).toEqual([`${ADDRESS}/webhook`]);
    }
  });

  it('says where to switch webhooks on, which no call of LINE does', async () => {
    const off = deps(ADDRESS, { url: `${ADDRESS}/webhook`, active: false }, WELL);
    expect(await levels(off)).toEqual(['good', 'bad', 'good']);
    expect(await said(off)).toContain('Use webhook');
  });

  it('tells a wrong channel secret from a program that cannot be reached', async () => {
    const webhook = { url: `${ADDRESS}/webhook`, active: true };
    const refused = { success: false, statusCode: 401, reason: 'ERROR_STATUS_CODE' };
    expect(await said(deps(ADDRESS, webhook, refused))).toContain('LINE_CHANNEL_SECRET ไม่ตรง');
    const silent = { success: false, statusCode: 0, reason: 'COULD_NOT_CONNECT' };
    expect(await said(deps(ADDRESS, webhook, silent))).toContain('npm start');
    expect(await levels(deps(ADDRESS, webhook, silent))).toEqual(['good', 'good', 'bad']);
  });

  it('takes https only, except on this machine', () => {
    expect(publicAddress('http://prongsai.example.go.th')).toBeUndefined();
    expect(publicAddress(undefined)).toBeUndefined();
    expect(publicAddress('http://127.0.0.1:3000/')).toBe('http://127.0.0.1:3000');
    expect(publicAddress('https://a.go.th/')).toBe('https://a.go.th');
  });
});

describe('the checks of account and quota', () => {
  const quota = async (limit: number | undefined, used: number) =>
    checkQuota({
      line: { quota: async () => ({ used, ...(limit === undefined ? {} : { limit }) }) },
    } as unknown as SetupDeps);

  it('say what the month has left, and that it is used up', async () => {
    expect(await quota(300, 100)).toEqual([{ level: 'good', text: expect.stringContaining('200 จาก 300') }]);
    expect(await quota(300, 301)).toEqual([{ level: 'look', text: expect.stringContaining('0 จาก 300') }]);
    expect(await quota(undefined, 5)).toEqual([{ level: 'good', text: expect.stringContaining('ไม่จำกัด') }]);
  });

  it('warn when people of the office can answer by hand beside the program', () => {
    const account = { basicId: '@1', displayName: 'โปร่งใส' };
    expect(checkInfo({ ...account, chatMode: 'bot' }).map(({ level }) => level)).toEqual(['good']);
    expect(checkInfo({ ...account, chatMode: 'chat' }).map(({ level }) => level)).toEqual(['good', 'look']);
  });
});
