import { describe, expect, it } from 'vitest';
import { messageErrors } from '../../simulator/line/validation/messages.ts';

function errorsOf(...messages: unknown[]): string[] {
  return messageErrors('validate', { messages }).map(({ property, message }) => `${property}: ${message}`);
}

const flex = (contents: unknown, altText = 'สรุป') => ({ type: 'flex', altText, contents });
const bubble = (body: unknown, more = {}) => ({ type: 'bubble', body, ...more });
const box = (contents: unknown[], more = {}) => ({ type: 'box', layout: 'vertical', contents, ...more });
const label = (text: string, more = {}) => ({ type: 'text', text, ...more });
const button = (action: unknown) => ({ type: 'button', action });
const quick = (count: number, text = 'ตกลง') => ({
  items: Array.from({ length: count }, () => ({
    type: 'action',
    action: { type: 'message', label: text, text },
  })),
});

describe('message objects', () => {
  it('pass when they are what LINE describes', () => {
    const full = bubble(
      box([
        label('งบประมาณ', { weight: 'bold', size: 'xl', color: '#1DB446', wrap: true, maxLines: 2 }),
        { type: 'separator', margin: 'md' },
        box([{ type: 'icon', url: 'https://example.com/i.png' }, label('ก')], {
          layout: 'baseline',
          spacing: 'sm',
        }),
        { type: 'text', contents: [{ type: 'span', text: 'ข', decoration: 'underline' }] },
        {
          type: 'image',
          url: 'https://example.com/i.png',
          aspectRatio: '20:13',
          size: 'full',
          aspectMode: 'cover',
        },
        box([], { height: '8px', width: '45%', cornerRadius: '4px', backgroundColor: '#00000080' }),
        button({ type: 'uri', label: 'เปิด', uri: 'https://liff.line.me/123?a=%E0%B8%81' }),
      ]),
      {
        size: 'giga',
        styles: { footer: { separator: true } },
        footer: box([button({ type: 'postback', label: 'ก', data: '1' })]),
      },
    );
    expect(errorsOf(flex(full), { type: 'text', text: 'ก', quickReply: quick(13) })).toEqual([]);
    expect(errorsOf(flex({ type: 'carousel', contents: Array(12).fill(bubble(box([label('ก')]))) }))).toEqual(
      [],
    );
    expect(
      errorsOf(
        { type: 'sticker', packageId: '446', stickerId: '1988' },
        { type: 'location', title: 'อบต.', address: 'หมู่ 1', latitude: 13.7, longitude: 100.5 },
        {
          type: 'textV2',
          text: '{{x}} {a}',
          substitution: { a: { type: 'mention', mentionee: { type: 'all' } } },
        },
        {
          type: 'template',
          altText: 'ถาม',
          template: {
            type: 'confirm',
            text: 'ใช่ไหม',
            actions: Array(2).fill({ type: 'message', label: 'ก', text: 'ก' }),
          },
        },
      ),
    ).toEqual([]);
  });

  it('are one to five', () => {
    expect(errorsOf()).toEqual(['messages: Size must be between 1 and 5']);
    expect(errorsOf(...Array(6).fill({ type: 'text', text: 'ก' }))).toEqual([
      'messages: Size must be between 1 and 5',
    ]);
  });

  it('have texts of at most 5000 UTF-16 units', () => {
    expect(errorsOf({ type: 'text', text: 'ก'.repeat(5000) })).toEqual([]);
    expect(errorsOf({ type: 'text', text: '😀'.repeat(2501) })).toEqual([
      'messages[0].text: Length must be between 0 and 5000',
    ]);
  });

  it('have labels counted in graphemes, so Thai vowels and tone marks cost nothing', () => {
    const twenty = 'ที่'.repeat(20);
    expect(twenty.length).toBe(60);
    expect(errorsOf({ type: 'text', text: 'ก', quickReply: quick(1, twenty) })).toEqual([]);
    expect(errorsOf({ type: 'text', text: 'ก', quickReply: quick(1, `${twenty}ก`) })).toEqual([
      'messages[0].quickReply.items[0].action.label: Length must be between 0 and 20',
    ]);
  });

  it('have postback data of at most 300 UTF-16 units and alternative texts of at most 1500', () => {
    const action = { type: 'postback', label: 'ก', data: 'ที่'.repeat(101) };
    expect(errorsOf(flex(bubble(box([button(action)])), 'ก'.repeat(1501)))).toEqual([
      'messages[0].altText: Length must be between 0 and 1500',
      'messages[0].contents.body.contents[0].action.data: Length must be between 0 and 300',
    ]);
  });

  it.each([
    ['an unknown type', { type: 'card' }, 'messages[0].type'],
    ['an unknown property', { type: 'text', text: 'ก', txt: 'ข' }, 'messages[0].txt'],
    ['14 quick replies', { type: 'text', text: 'ก', quickReply: quick(14) }, 'messages[0].quickReply.items'],
    [
      'a picture without https',
      { type: 'image', originalContentUrl: 'http://a/b', previewImageUrl: 'https://a/b' },
      'messages[0].originalContentUrl',
    ],
    [
      'a URI that is not percent-encoded',
      flex(bubble(box([button({ type: 'uri', label: 'ก', uri: 'https://a/ก' })]))),
      'messages[0].contents.body.contents[0].action.uri',
    ],
    ['a missing alternative text', { type: 'flex', contents: bubble(box([])) }, 'messages[0].altText'],
    ['a box without layout', flex(bubble({ type: 'box', contents: [] })), 'messages[0].contents.body.layout'],
    ['an empty text component', flex(bubble(box([label('')]))), 'messages[0].contents.body.contents[0].text'],
    [
      'a wrong size',
      flex(bubble(box([label('ก', { size: 'huge' })]))),
      'messages[0].contents.body.contents[0].size',
    ],
    [
      'a wrong color',
      flex(bubble(box([label('ก', { color: 'red' })]))),
      'messages[0].contents.body.contents[0].color',
    ],
    [
      'a button without action',
      flex(bubble(box([{ type: 'button' }]))),
      'messages[0].contents.body.contents[0].action',
    ],
    [
      'a button without label',
      flex(bubble(box([button({ type: 'message', text: 'ก' })]))),
      'messages[0].contents.body.contents[0].action.label',
    ],
    [
      'an icon in a vertical box',
      flex(bubble(box([{ type: 'icon', url: 'https://a/b' }]))),
      'messages[0].contents.body.contents[0].type',
    ],
    [
      'an image that is too tall',
      flex(bubble(box([{ type: 'image', url: 'https://a/b', aspectRatio: '1:4' }]))),
      'messages[0].contents.body.contents[0].aspectRatio',
    ],
    [
      '13 bubbles',
      flex({ type: 'carousel', contents: Array(13).fill(bubble(box([]))) }),
      'messages[0].contents.contents',
    ],
    [
      'bubbles of different sizes',
      flex({ type: 'carousel', contents: [bubble(box([])), bubble(box([]), { size: 'kilo' })] }),
      'messages[0].contents.contents',
    ],
    ['a bubble over 30 KB', flex(bubble(box([label('ก'.repeat(9_990))]))), 'messages[0].contents'],
    [
      'a camera action outside quick replies',
      flex(bubble(box([button({ type: 'camera', label: 'ก' })]))),
      'messages[0].contents.body.contents[0].action.type',
    ],
    ['a mention without substitution', { type: 'textV2', text: 'สวัสดี {a}' }, 'messages[0].text'],
    ['a single brace', { type: 'textV2', text: 'สวัสดี {' }, 'messages[0].text'],
    [
      'buttons with a title and a long text',
      {
        type: 'template',
        altText: 'ก',
        template: {
          type: 'buttons',
          title: 'ก',
          text: 'ก'.repeat(61),
          actions: [{ type: 'message', label: 'ก', text: 'ก' }],
        },
      },
      'messages[0].template.text',
    ],
  ])('are refused with %s', (_, message, property) => {
    expect(messageErrors('validate', { messages: [message] }).map((detail) => detail.property)).toEqual([
      property,
    ]);
  });
});
