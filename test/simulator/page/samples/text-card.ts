import type { FlexContainer, FlexNode } from '../flex/flex-types.ts';

/** Every text size and style, long Thai text, spans, clamping and line spacing. */
export const textCard: FlexContainer = {
  type: 'bubble',
  size: 'giga',
  body: {
    type: 'box',
    layout: 'vertical',
    spacing: 'sm',
    contents: [
      ...['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl'].map(
        (size): FlexNode => ({
          type: 'text',
          text: `${size} ผู้ใหญ่บ้าน ที่นี่`,
          size,
        }),
      ),
      { type: 'separator' },
      {
        type: 'text',
        text: 'บรรทัดเดียวที่ยาวเกินไปจะถูกตัดด้วยจุดสามจุดเสมอในการ์ดของ LINE ไม่ว่าจะยาวเท่าใด',
      },
      {
        type: 'text',
        wrap: true,
        maxLines: 2,
        size: 'sm',
        text: 'ข้อความที่ยอมให้ขึ้นบรรทัดใหม่แต่ไม่เกินสองบรรทัด ส่วนที่เหลือของประกาศเจตนารมณ์นโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่จะถูกซ่อนไว้',
      },
      {
        type: 'text',
        wrap: true,
        lineSpacing: '10px',
        size: 'sm',
        text: 'ระยะห่างระหว่างบรรทัดสิบพิกเซล ใช้กับบรรทัดที่สองเป็นต้นไป\nและบรรทัดใหม่ที่กำหนดเอง',
      },
      {
        type: 'text',
        wrap: true,
        contents: [
          { type: 'span', text: 'หลายแบบ ' },
          { type: 'span', text: 'ตัวหนา ', weight: 'bold', color: '#04873A' },
          { type: 'span', text: 'ใหญ่ ', size: 'xl' },
          {
            type: 'span',
            text: 'ขีดฆ่า',
            decoration: 'line-through',
            color: '#D92D20',
          },
          { type: 'span', text: ' เอียง', style: 'italic' },
        ],
      },
      {
        type: 'text',
        text: 'ย่อให้พอดีกับความกว้างของการ์ดใบนี้โดยอัตโนมัติ',
        size: 'xl',
        adjustMode: 'shrink-to-fit',
      },
    ],
  },
};
