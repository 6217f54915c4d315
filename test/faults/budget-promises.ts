import { auditRecords } from '../../bot/audit/records.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { uploadLines } from '../../bot/budget/read-budget.ts';
import { budgetUploads, budgetYears } from '../../bot/budget/records.ts';
import { workRows } from '../../bot/jobs/records.ts';
import { posts, replyRows } from '../../bot/outbox/records.ts';
import { sumAmounts } from '../../shared/budget/budget-line.ts';
import type { World } from './world.ts';

/** What became of the promises in a world that has come to rest. Empty: all kept. */
export async function brokenPromises(world: World, refusedFiles = 0): Promise<readonly string[]> {
  const { store, simulator, group } = world;
  const broken: string[] = [];
  const all = async <T extends object>(collection: Parameters<typeof store.query<T>>[0]['collection']) =>
    store.query<T>({ collection, limit: 500 });

  // G8: the chain is whole, and every confirmation in the history has exactly one entry in it.
  const verdict = await verifyAudit(store);
  if (verdict.kind !== 'whole') broken.push(`G8 chain ${verdict.problem} at ${verdict.seq}`);
  const audit = (await all(auditRecords)).map(({ data }) => data);
  const confirmed = audit.filter(({ action }) => action === 'budget.confirmed').map(({ subject }) => subject);
  const years = (await all(budgetYears)).map(({ data }) => data);
  const history = years.flatMap((year) => year.history.map(({ uploadId }) => uploadId));
  const refused = audit.filter(({ action }) => action === 'budget.file-refused').length;
  if (refused !== refusedFiles) broken.push(`G1 ${refusedFiles} files refused, ${refused} entries`);
  if (new Set(confirmed).size !== confirmed.length) broken.push('G1 an upload was confirmed twice');
  if ([...confirmed].sort().join() !== [...history].sort().join()) broken.push('G8 history and audit differ');
  const stored = (await all(budgetUploads)).filter(({ data }) => data.status === 'confirmed');
  if (stored.length !== confirmed.length) broken.push('G1 a confirmed upload without its entry');

  // G12: what the cards show is the sum of the stored lines, to the satang.
  for (const year of years) {
    const sums = sumAmounts(await uploadLines(store, year.currentUploadId));
    if (JSON.stringify(sums) !== JSON.stringify(year.summary.totals))
      broken.push('G12 totals differ from rows');
  }

  // G5: each post is in the chat as often as it is said to have been sent. Only posts bring cards into this group.
  const shown = simulator.phones
    .read(group.id, undefined, 0)
    .filter(({ from }) => from === 'bot')
    .map(({ content }) => (content.kind === 'bot' ? String(content.message['altText'] ?? '') : ''))
    .filter((alt) => alt.startsWith('สรุปงบประมาณ'));
  const groupPosts = (await all(posts)).map(({ data }) => data).filter(({ chatId }) => chatId === group.id);
  const texts = new Set([...shown, ...groupPosts.map(altOf)]);
  for (const text of texts) {
    const seen = shown.filter((one) => one === text).length;
    const mine = groupPosts.filter((post) => altOf(post) === text);
    const sent = mine.filter(({ status }) => status === 'sent').length;
    const unsure = mine.filter(({ status }) => status === 'unsure').length;
    if (seen < sent || seen > sent + unsure) broken.push(`G5 shown ${seen}, sent ${sent}, unsure ${unsure}`);
  }
  if (groupPosts.some(({ status }) => ['waiting', 'riding', 'pushing'].includes(status))) {
    broken.push(`a post is still ${groupPosts.map(({ status }) => status).join()}`);
  }
  if ((await all(replyRows)).length > 0) broken.push('an answer was left behind');
  if ((await all(workRows)).length > 0) broken.push('work was left behind');
  return broken;
}

function altOf(post: { readonly messages: readonly object[] }): string {
  const [message] = post.messages;
  return message && 'altText' in message ? String(message.altText) : '';
}
