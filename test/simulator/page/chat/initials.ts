const TITLES = /^(นางสาว|นาง|นาย|น\.ส\.|คุณ|ดร\.|พี่|ป้า|ลุง|น้า)\s*/;
/** Vowels written before the consonant they belong to; alone they would say nothing. */
const LEADING_VOWELS = /^[เแโใไ]/;

function firstLetter(word: string): string {
  const rest = word.replace(LEADING_VOWELS, '');
  return [...(rest === '' ? word : rest)][0] ?? '';
}

/** One or two letters for an avatar: first consonants of given and family name, without the title. */
export function initials(name: string): string {
  const words = name.trim().replace(TITLES, '').split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map(firstLetter).join('').toUpperCase();
}
