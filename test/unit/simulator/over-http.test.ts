import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LineBotClient, validateSignature } from '@line/bot-sdk';
import { afterEach, describe, expect, it } from 'vitest';
import { createSimulator } from '../../simulator/simulator.ts';
import { ACCESS_TOKEN, CHANNEL_SECRET } from './line-under-test.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listening() {
  const simulator = createSimulator({
    channelSecret: CHANNEL_SECRET,
    channelAccessToken: ACCESS_TOKEN,
    loginChannelId: '1234567890',
  });
  const { url, close } = await simulator.listen(0);
  closing.push(close);
  const post = async (path: string, body: unknown) => {
    const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests
    return (await response.json()) as any;
  };
  const client = LineBotClient.fromChannelAccessToken({
    channelAccessToken: ACCESS_TOKEN,
    apiBaseURL: url,
    dataApiBaseURL: url,
  });
  return { simulator, url, post, client };
}

describe('over HTTP', () => {
  it("a program built on LINE's SDK takes a signed webhook and replies", async () => {
    const { simulator, post, client } = await listening();
    const program = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const isSigned = validateSignature(body, CHANNEL_SECRET, String(request.headers['x-line-signature']));
      const [event] = JSON.parse(body.toString('utf8')).events;
      if (isSigned && event.type === 'message') {
        await client.replyMessage({
          replyToken: event.replyToken,
          messages: [{ type: 'text', text: 'รับแล้ว' }],
        });
      }
      response.writeHead(isSigned ? 200 : 401).end();
    });
    await new Promise<void>((resolve) => program.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => program.close(() => resolve())));
    simulator.setWebhookUrl(`http://127.0.0.1:${(program.address() as AddressInfo).port}/webhook`);

    const user = await post('/sim/users', { name: 'สมชาย', label: 'ประชาชน', follows: true });
    await post(`/sim/chats/${user.id}/messages`, { from: user.id, text: 'สวัสดี' });
    const shown = simulator.phones.read(user.id, user.id, 0).map(({ content }) => content);
    expect(shown).toEqual([
      { kind: 'text', text: 'สวัสดี' },
      { kind: 'bot', message: { type: 'text', text: 'รับแล้ว' } },
    ]);
    expect(simulator.platform.calls.after(0).filter(({ direction }) => direction === 'to-line')).toHaveLength(
      1,
    );
  });

  it('a reader waits for the next message', async () => {
    const { url, post, client } = await listening();
    const user = await post('/sim/users', { name: 'สมชาย', follows: true });
    const waiting = fetch(`${url}/sim/chats/${user.id}/messages?as=${user.id}&after=0&waitMs=5000`);
    await client.pushMessage({ to: user.id, messages: [{ type: 'text', text: 'ข่าว' }] });
    expect(await (await waiting).json()).toMatchObject([{ seq: 1, from: 'bot', via: 'push' }]);
  });

  it('the event stream starts with the state and brings messages', async () => {
    const { url, post, client } = await listening();
    const user = await post('/sim/users', { name: 'สมชาย', follows: true });
    const stream = await fetch(`${url}/sim/events?after=0`);
    await client.pushMessage({ to: user.id, messages: [{ type: 'text', text: 'ข่าว' }] });
    let text = '';
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.includes('event: message')) break;
    }
    expect(text).toMatch(/^event: state\n/);
    expect(text).toContain('ข่าว');
  });

  it('a cut connection is cut, before the answer and in the middle of a body', async () => {
    const { simulator, url } = await listening();
    const headers = { authorization: `Bearer ${ACCESS_TOKEN}` };
    simulator.platform.faults.set({
      api: [
        { path: '/v2/bot/info', times: 1, answer: { cut: true } },
        { path: '/v2/bot/info', times: 1, answer: { cutMidBody: true } },
      ],
    });
    await expect(fetch(`${url}/v2/bot/info`, { headers })).rejects.toThrow();
    const broken = await fetch(`${url}/v2/bot/info`, { headers });
    expect(broken.status).toBe(200);
    await expect(broken.text()).rejects.toThrow();
  });

  it('webhooks are put off while nobody listens at the webhook URL', async () => {
    const { simulator, post } = await listening();
    simulator.setWebhookUrl('http://127.0.0.1:9/webhook');
    await post('/sim/users', { name: 'สมชาย', follows: true });
    expect(simulator.platform.webhooks.waitingCount).toBe(1);
  });
});
