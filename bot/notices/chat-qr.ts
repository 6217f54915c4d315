import { chatUrl } from './cards.ts';

/** Pixels of one module: the whole is large enough to be printed on a notice board. Whole pixels keep the edges sharp. */
const MODULE_PX = 16;
/** Light modules around the code, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

/** Name under which the code of each opening word stands open; nothing else of the program has such names. */
export const CHAT_QR_NAME = 'chat-qr.png';

/**
 * A QR code as PNG that opens the account's 1:1 chat with a first message typed in, so that a poster or a card on somebody
 * else's screen leads to the place where a complaint is safe. The libraries are loaded when the first one is drawn.
 */
export async function chatQr(accountId: string, words: string): Promise<Buffer> {
  const [{ encode }, { default: sharp }] = await Promise.all([import('uqr'), import('sharp')]);
  const { data, size } = encode(chatUrl(accountId, words), { border: QUIET_ZONE, ecc: 'M' });
  const shades = Buffer.from(data.flat().map((isDark) => (isDark ? 0 : 255)));
  return sharp(shades, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * MODULE_PX, size * MODULE_PX, { kernel: 'nearest' })
    .png({ palette: true, colours: 2 })
    .toBuffer();
}
