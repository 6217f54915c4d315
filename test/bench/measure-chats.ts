import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { members, NEW_OFFICE, OFFICE_ID, offices } from '../../bot/people/records.ts';
import { openEmbeddedStore } from '../../bot/store/embedded.ts';
import { ref } from '../../bot/store/store.ts';
import { benchLimits, targets } from './bench-limits.ts';
import type { Figure } from './figure.ts';
import { inTempFolder } from './in-temp-folder.ts';
import { type LineStub, startLineStub } from './line-stub.ts';
import { quantile } from './median.ts';
import { idOf, signedWebhook } from './signed-webhook.ts';
import { startServer } from './start-server.ts';

/** One invitation, as an admin makes it. */
const SAYS = ['เชิญ', 'มานี มีสุข', 'กองคลัง', 'เจ้าหน้าที่', 'สร้างรหัส'];
/** An answer that takes longer is lost. */
const ANSWER_LIMIT_MS = 30_000;

/** Many admins invite somebody at the same time: from the webhook's first byte to the answer's arrival at LINE. */
export async function measureChats(): Promise<readonly Figure[]> {
  return inTempFolder(async (folder) => {
    const users = Array.from({ length: benchLimits.chats }, (_, n) => idOf('U', n + 1));
    await seedAdmins(folder, users);
    const line = await startLineStub();
    const server = await startServer('bot/main.ts', folder, line.url);
    const agent = new Agent({ keepAlive: true, maxSockets: benchLimits.connections });
    try {
      const warmUp = users.slice(0, benchLimits.warmUpChats);
      await Promise.all(warmUp.map((user) => chat(user, server.url, agent, line)));
      const startedAt = performance.now();
      const took = (await Promise.all(users.map((user) => chat(user, server.url, agent, line)))).flat();
      const seconds = (performance.now() - startedAt) / 1_000;
      const target = { atMost: targets.answerP95MsMost };
      const name = `answer to LINE, ${users.length} guided chats at once`;
      return [
        { id: 'chats-p95', name: `${name}, p95`, value: quantile(took, 0.95), unit: 'ms', target },
        { id: 'chats-p50', name: '  median', value: quantile(took, 0.5), unit: 'ms' },
        { id: 'chats-per-second', name: '  answers', value: took.length / seconds, unit: '/s' },
      ];
    } finally {
      agent.destroy();
      await server.stop();
      await line.close();
    }
  });
}

/** Lets one admin make an invitation, step by step; how long each answer took. */
async function chat(user: string, url: string, agent: Agent, line: LineStub): Promise<readonly number[]> {
  const took: number[] = [];
  for (const said of SAYS) {
    const { body, headers, replyToken } = signedWebhook(user, user, said);
    const answered = line.replyTo(replyToken);
    const startedAt = performance.now();
    const status = await post(`${url}/webhook`, body, headers, agent);
    if (status !== 200) throw new Error(`a chat was answered with ${status}`);
    await Promise.race([answered, lost()]);
    took.push(performance.now() - startedAt);
  }
  return took;
}

function lost(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('an answer never reached LINE')), ANSWER_LIMIT_MS).unref();
  });
}

function post(
  url: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(body.length) };
    const sending = request(
      url,
      { method: 'POST', agent, headers: { ...headers, ...length } },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sending.once('error', reject);
    sending.end(body);
  });
}

async function seedAdmins(folder: string, users: readonly string[]): Promise<void> {
  const store = await openEmbeddedStore({ path: join(folder, 'office.db') });
  await store.transact(async (tx) => {
    tx.set(ref(offices, OFFICE_ID), { ...NEW_OFFICE, name: 'อบต.ทดสอบ' });
    for (const [n, user] of users.entries()) {
      const name = `ผู้ดูแล ${n + 1}`;
      tx.set(ref(members, user), {
        name,
        unit: 'สำนักปลัด',
        roles: ['admin'],
        status: 'active',
        joinedAtMs: 0,
      });
    }
  });
  await store.close();
}
