import { editDistance, squeeze } from '../thai/text.ts';

/** Above this length texts are compared by pieces: edit distance would cost too much. */
const DISTANCE_CHARS_MAX = 400;
/** One letter in so many may be misread in a text that is still the same. */
const CHARS_PER_MISTAKE = 20;
const PIECE_CHARS = 8;
/** Share of pieces that must occur in the other text for it to be a near copy. */
const NEAR_SHARE = 0.6;
/** Of long texts so many pieces, evenly spread, are enough to tell. */
const PIECES_MAX = 60;

/** True when two texts are the same but for spaces and a few misread letters. Empty texts are like nothing. */
export function sameText(a: string, b: string): boolean {
  const left = squeeze(a);
  const right = squeeze(b);
  if (left === '' || right === '') return false;
  if (left === right) return true;
  const longer = Math.max(left.length, right.length);
  if (longer > DISTANCE_CHARS_MAX) return nearCopy(left, right) && nearCopy(right, left);
  const allowed = Math.max(1, Math.floor(longer / CHARS_PER_MISTAKE));
  return longer > 4 && editDistance(left, right, allowed) <= allowed;
}

/** True when most of the first text stands in the second, in whatever order. */
export function nearCopy(a: string, b: string): boolean {
  const left = squeeze(a);
  const right = squeeze(b);
  if (left.length < PIECE_CHARS) return left !== '' && right.includes(left);
  let pieces = 0;
  let found = 0;
  const step = Math.max(PIECE_CHARS, Math.floor(left.length / PIECES_MAX));
  for (let at = 0; at + PIECE_CHARS <= left.length; at += step) {
    pieces += 1;
    if (right.includes(left.slice(at, at + PIECE_CHARS))) found += 1;
  }
  return found >= pieces * NEAR_SHARE;
}
