import sharp from 'sharp';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { chatUrl } from '../../../bot/notices/cards.ts';
import { chatQr } from '../../../bot/notices/chat-qr.ts';

test('the code is, module for module, the address that opens the chat with the first word typed in', async () => {
  const png = await chatQr('@123abcde', 'ร้องเรียน');
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { data: modules, size } = encode(chatUrl('@123abcde', 'ร้องเรียน'), { border: 4, ecc: 'M' });
  const pixel = info.width / size;
  expect(pixel).toBe(16);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = Math.floor((row + 0.5) * pixel) * info.width + Math.floor((column + 0.5) * pixel);
      expect([row, column, (data[at * info.channels] ?? 255) < 128]).toEqual([
        row,
        column,
        modules[row]?.[column],
      ]);
    }
  }
});

test('the code is small enough for a phone on a slow network', async () => {
  expect((await chatQr('@123abcde', 'ร้องเรียน')).length).toBeLessThan(10_000);
});
