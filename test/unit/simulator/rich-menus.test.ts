import { describe, expect, it } from 'vitest';
import { lineUnderTest } from './line-under-test.ts';

const MENU = {
  size: { width: 2500, height: 1686 },
  selected: true,
  name: 'ประชาชน',
  chatBarText: 'เมนูโปร่งใส',
  areas: [
    {
      bounds: { x: 0, y: 0, width: 1250, height: 1686 },
      action: { type: 'postback', data: 'menu=1', label: 'แจ้ง' },
    },
  ],
};

function png(width: number, height: number): Buffer {
  const head = Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ]);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size]);
}

async function withMenu() {
  const line = lineUnderTest();
  const user = await line.simulator.phones.addUser({ name: 'สมชาย', follows: true });
  const { richMenuId } = (await line.call('POST', '/v2/bot/richmenu', MENU)).json;
  const upload = (image: Buffer, type = 'image/png') =>
    line.call('POST', `/v2/bot/richmenu/${richMenuId}/content`, image, { 'content-type': type });
  return { ...line, user, richMenuId, upload };
}

describe('rich menus', () => {
  it('can be linked only after they have a picture', async () => {
    const { call, user, richMenuId, upload, simulator } = await withMenu();
    const link = () => call('POST', `/v2/bot/user/${user.id}/richmenu/${richMenuId}`);
    expect((await link()).json.message).toBe('must upload richmenu image before applying it to user');
    expect((await upload(png(2500, 1686))).status).toBe(200);
    expect((await link()).status).toBe(200);
    expect((await call('GET', `/v2/bot/user/${user.id}/richmenu`)).json).toEqual({ richMenuId });
    expect(simulator.platform.state().richMenus).toEqual({ [user.id]: richMenuId });
  });

  it('take a picture once, and only one that is what it says and has a right size', async () => {
    const { upload } = await withMenu();
    const wrongSize = { status: 400, json: { message: 'The image size is not allowed for richmenu' } };
    expect(await upload(png(2500, 2500))).toMatchObject(wrongSize);
    expect(await upload(png(2500, 1686), 'image/jpeg')).toMatchObject(wrongSize);
    expect((await upload(png(2500, 1686), 'image/webp')).status).toBe(415);
    expect((await upload(Buffer.concat([png(2500, 1686), Buffer.alloc(1_000_000)]))).status).toBe(413);
    expect((await upload(png(800, 250))).status).toBe(200);
    expect((await upload(png(800, 250))).json.message).toBe(
      'An image has already been uploaded to the richmenu',
    );
  });

  it('answer 200 but stay unlinked for people who are no friends', async () => {
    const { call, user, richMenuId, upload, simulator } = await withMenu();
    await upload(png(2500, 1686));
    await simulator.phones.block(user.id);
    expect((await call('POST', `/v2/bot/user/${user.id}/richmenu/${richMenuId}`)).status).toBe(200);
    expect((await call('GET', `/v2/bot/user/${user.id}/richmenu`)).json.message).toBe(
      'the user has no richmenu',
    );
  });

  it('have a default, aliases and bulk links', async () => {
    const { call, user, richMenuId, upload } = await withMenu();
    await upload(png(2500, 1686));
    expect((await call('GET', '/v2/bot/user/all/richmenu')).status).toBe(404);
    await call('POST', `/v2/bot/user/all/richmenu/${richMenuId}`);
    expect((await call('GET', '/v2/bot/user/all/richmenu')).json).toEqual({ richMenuId });
    const alias = { richMenuAliasId: 'main', richMenuId };
    expect((await call('POST', '/v2/bot/richmenu/alias', alias)).status).toBe(200);
    expect((await call('POST', '/v2/bot/richmenu/alias', alias)).json.message).toBe(
      'conflict richmenu alias id',
    );
    expect((await call('GET', '/v2/bot/richmenu/alias/list')).json).toEqual({ aliases: [alias] });
    expect(
      (await call('POST', '/v2/bot/richmenu/bulk/link', { richMenuId, userIds: [user.id] })).status,
    ).toBe(202);
    expect((await call('GET', `/v2/bot/user/${user.id}/richmenu`)).json).toEqual({ richMenuId });
    await call('DELETE', `/v2/bot/richmenu/${richMenuId}`);
    expect((await call('GET', '/v2/bot/richmenu/list')).json).toEqual({ richmenus: [] });
    expect((await call('GET', '/v2/bot/user/all/richmenu')).status).toBe(404);
  });

  it('are refused with a chat bar text over 14 graphemes or a missing name', async () => {
    const { call } = lineUnderTest();
    const { name: _, ...unnamed } = MENU;
    const wrong = await call('POST', '/v2/bot/richmenu', { ...unnamed, chatBarText: 'ก'.repeat(15) });
    expect(wrong.json.details.map(({ property }: { property: string }) => property)).toEqual([
      'name',
      'chatBarText',
    ]);
  });
});
