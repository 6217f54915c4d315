import { describe, expect, test } from 'vitest';
import { fillSubstitutions } from '../../simulator/page/messages/fill-substitutions.ts';
import { formatBytes } from '../../simulator/page/messages/format-bytes.ts';
import { previewText } from '../../simulator/page/messages/preview-text.ts';
import { splitLinks } from '../../simulator/page/messages/split-links.ts';
import { text } from '../../simulator/page/text.ts';

describe('links in a text', () => {
  test('end before the punctuation of the sentence', () => {
    expect(splitLinks('ดู https://example.com/a?b=1. ขอบคุณ')).toEqual([
      { text: 'ดู ' },
      { text: 'https://example.com/a?b=1', href: 'https://example.com/a?b=1' },
      { text: '. ขอบคุณ' },
    ]);
  });

  test('no character is lost', () => {
    const words = 'โทร tel:021234567 หรือ http://a.test/ก,\nhttps://b.test (ดู https://c.test/d)';
    expect(
      splitLinks(words)
        .map((part) => part.text)
        .join(''),
    ).toBe(words);
  });

  test('nothing but web and phone addresses becomes a link', () => {
    expect(splitLinks('javascript:alert(1) file:///etc')).toEqual([
      { text: 'javascript:alert(1) file:///etc' },
    ]);
  });
});

describe('textV2', () => {
  const name = (): string => 'วิไล';

  test('mentions appear by name, escapes as single braces', () => {
    const substitution = {
      who: { type: 'mention', mentionee: { type: 'user', userId: 'U1' } },
      all: { type: 'mention', mentionee: { type: 'all' } },
    };
    expect(fillSubstitutions('{who} กับ {all} ใช้ {{วงเล็บ}}', substitution, name)).toBe(
      '@วิไล กับ @All ใช้ {วงเล็บ}',
    );
  });

  test('a placeholder without a substitution stays', () => {
    expect(fillSubstitutions('{nobody}', {}, name)).toBe('{nobody}');
  });
});

describe('the chat list', () => {
  test('shows the altText of a card', () => {
    expect(previewText({ kind: 'bot', message: { type: 'flex', altText: 'สรุปการใช้จ่าย' } })).toBe(
      'สรุปการใช้จ่าย',
    );
  });

  test('shows what kind of thing was sent', () => {
    expect(previewText({ kind: 'image', contentUrl: '/x' })).toBe(text.preview.image);
    expect(previewText({ kind: 'file', fileName: 'งบ.xlsx', fileSizeBytes: 1, contentUrl: '/x' })).toBe(
      'งบ.xlsx',
    );
    expect(previewText({ kind: 'unsent' })).toBe(text.preview.unsent);
  });
});

test.each([
  [812, '812 B'],
  [48_200, '47.1 KB'],
  [5 * 1024 * 1024, '5.0 MB'],
])('%d bytes are shown as %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});
