import { describe, expect, it } from 'vitest';
import { lineUnderTest, words } from './line-under-test.ts';

async function withFile(kind: 'file' | 'video' = 'file') {
  const line = lineUnderTest();
  const user = await line.simulator.phones.addUser({ name: 'สมชาย', follows: true });
  const path = `/sim/chats/${user.id}/files?from=${user.id}&kind=${kind}&fileName=${encodeURIComponent('งบ 2569.xlsx')}`;
  const sent = await line.call('POST', path, Buffer.from('PK-bytes'), {
    'content-type': 'application/octet-stream',
  });
  const contentPath = `/v2/bot/message/${sent.json.messageId}/content`;
  return { ...line, user, message: sent.json, contentPath };
}

describe('content', () => {
  it('arrives as an event with name and size and can be fetched', async () => {
    const { call, lastEvent, message, contentPath } = await withFile();
    expect(lastEvent()['message']).toEqual({
      id: message.messageId,
      type: 'file',
      fileName: 'งบ 2569.xlsx',
      fileSize: 8,
    });
    expect(message.content).toMatchObject({
      fileSizeBytes: 8,
      contentUrl: `/sim/content/${message.messageId}`,
    });
    const content = await call('GET', contentPath);
    expect([content.status, content.bytes.toString()]).toEqual([200, 'PK-bytes']);
    expect((await call('GET', `${contentPath}/transcoding`)).status).toBe(400);
  });

  it('is 202 and processing as often as asked, then there', async () => {
    const { call, contentPath } = await withFile('video');
    await call('PUT', '/sim/faults', { contentNotReadyTimes: 2 });
    expect((await call('GET', contentPath)).status).toBe(202);
    expect((await call('GET', `${contentPath}/transcoding`)).json).toEqual({ status: 'processing' });
    expect((await call('GET', `${contentPath}/transcoding`)).json).toEqual({ status: 'succeeded' });
    expect((await call('GET', contentPath)).status).toBe(200);
  });

  it('is 404 when unknown and 410 when unsent', async () => {
    const { call, user, message, contentPath } = await withFile();
    expect(await call('GET', '/v2/bot/message/1/content')).toMatchObject({
      status: 404,
      json: { message: 'not found' },
    });
    await call('POST', `/sim/chats/${user.id}/unsend`, { from: user.id, messageId: message.messageId });
    expect(await call('GET', contentPath)).toMatchObject({
      status: 410,
      json: { message: 'The content is gone' },
    });
  });

  it('breaks off in the middle of the body when asked to', async () => {
    const { call, simulator, contentPath } = await withFile();
    simulator.platform.faults.set({
      api: [{ path: '/v2/bot/message/', times: 1, answer: { cutMidBody: true } }],
    });
    const cut = await call('GET', contentPath);
    expect([cut.bytes.toString(), cut.headers['content-length']]).toEqual(['PK-b', '8']);
    expect((await call('GET', contentPath)).bytes.toString()).toBe('PK-bytes');
  });
});

describe('people and groups', () => {
  it('have profiles for friends only, and in groups for every member', async () => {
    const { call, simulator } = lineUnderTest();
    const friend = await simulator.phones.addUser({ name: 'สมชาย', follows: true });
    const stranger = await simulator.phones.addUser({ name: 'สมหญิง' });
    const group = await simulator.phones.addGroup({ name: 'กองช่าง', memberIds: [stranger.id], botIn: true });
    expect((await call('GET', `/v2/bot/profile/${friend.id}`)).json).toMatchObject({ displayName: 'สมชาย' });
    expect((await call('GET', `/v2/bot/profile/${stranger.id}`)).json).toEqual({ message: 'Not found' });
    expect((await call('GET', '/v2/bot/profile/..')).json.message).toBe(
      "The value for the 'userId' parameter is invalid",
    );
    expect((await call('GET', `/v2/bot/group/${group.id}/summary`)).json).toEqual({
      groupId: group.id,
      groupName: 'กองช่าง',
    });
    expect((await call('GET', `/v2/bot/group/${group.id}/member/${stranger.id}`)).json.displayName).toBe(
      'สมหญิง',
    );
    expect((await call('GET', `/v2/bot/group/${group.id}/member/${friend.id}`)).status).toBe(404);
    expect((await call('GET', `/v2/bot/group/${group.id}/members/ids`)).status).toBe(403);
  });

  it('are no longer told of after the account left', async () => {
    const { call, simulator, lastEvent } = lineUnderTest();
    const group = await simulator.phones.addGroup({ name: 'กองช่าง', memberIds: [], botIn: true });
    expect((await call('POST', `/v2/bot/group/${group.id}/leave`)).status).toBe(200);
    expect(lastEvent().type).toBe('leave');
    expect((await call('GET', `/v2/bot/group/${group.id}/summary`)).status).toBe(404);
  });

  it('have a loading animation in 1:1 chats only', async () => {
    const { call, simulator } = lineUnderTest();
    const user = await simulator.phones.addUser({ name: 'สมชาย', follows: true });
    const start = (chatId: string, loadingSeconds?: number) =>
      call('POST', '/v2/bot/chat/loading/start', { chatId, loadingSeconds });
    expect((await start(user.id, 60)).status).toBe(202);
    expect((await start(`C${'0'.repeat(32)}`)).json.details[0].property).toBe('chatId');
    expect((await start(user.id, 3)).json.details).toHaveLength(2);
  });

  it('can be mentioned only where they are', async () => {
    const { call, simulator } = lineUnderTest();
    const user = await simulator.phones.addUser({ name: 'สมชาย', follows: true });
    const group = await simulator.phones.addGroup({ name: 'กองช่าง', memberIds: [user.id], botIn: true });
    const substitution = { a: { type: 'mention', mentionee: { type: 'user', userId: user.id } } };
    const messages = [{ type: 'textV2', text: '{a} ครับ', substitution }];
    const push = (to: string) => call('POST', '/v2/bot/message/push', { to, messages });
    expect((await push(group.id)).status).toBe(200);
    expect((await push(user.id)).json.details[0].property).toBe('messages[0].substitution.a');
    await simulator.phones.setMember(group.id, user.id, false);
    expect((await push(group.id)).status).toBe(400);
  });

  it('can be quoted in their own chat only', async () => {
    const { call, simulator, lastEvent } = lineUnderTest();
    const user = await simulator.phones.addUser({ name: 'สมชาย', follows: true });
    const other = await simulator.phones.addUser({ name: 'สมหญิง', follows: true });
    await simulator.keyboard.text(user.id, user.id, 'ถาม');
    const { quoteToken } = lastEvent()['message'] as { quoteToken: string };
    const push = (to: string) =>
      call('POST', '/v2/bot/message/push', { to, messages: [{ ...words('ตอบ'), quoteToken }] });
    expect((await push(user.id)).status).toBe(200);
    expect((await push(other.id)).json.details[0].property).toBe('messages[0].quoteToken');
  });

  it('see nothing of a group they are not in', async () => {
    const { call, simulator } = lineUnderTest();
    const [member, other] = [
      await simulator.phones.addUser({ name: 'ก' }),
      await simulator.phones.addUser({ name: 'ข' }),
    ];
    const group = await simulator.phones.addGroup({ name: 'กองช่าง', memberIds: [member.id], botIn: true });
    await call('POST', '/v2/bot/message/push', { to: group.id, messages: [words('ประกาศ')] });
    expect((await call('GET', `/sim/chats/${group.id}/messages?as=${member.id}`)).json).toHaveLength(2);
    expect((await call('GET', `/sim/chats/${group.id}/messages?as=${other.id}`)).status).toBe(400);
  });
});
