import type { FlexContainer, FlexNode } from '../flex/flex-types.ts';

function row(name: string, amount: string, percent: number, color: string): FlexNode {
  return {
    type: 'box',
    layout: 'vertical',
    margin: 'lg',
    contents: [
      {
        type: 'box',
        layout: 'baseline',
        contents: [
          {
            type: 'text',
            text: name,
            size: 'sm',
            color: '#333333',
            flex: 5,
            wrap: true,
          },
          {
            type: 'text',
            text: `${percent}%`,
            size: 'sm',
            weight: 'bold',
            align: 'end',
            flex: 2,
          },
        ],
      },
      {
        type: 'box',
        layout: 'vertical',
        margin: 'sm',
        height: '8px',
        cornerRadius: 'sm',
        backgroundColor: '#E6EAF0',
        contents: [
          {
            type: 'box',
            layout: 'vertical',
            contents: [{ type: 'filler' }],
            width: `${percent}%`,
            height: '8px',
            cornerRadius: 'sm',
            backgroundColor: color,
          },
        ],
      },
      {
        type: 'text',
        text: amount,
        size: 'xs',
        color: '#667085',
        margin: 'xs',
      },
    ],
  };
}

/** A spending summary with bars: header ground, large figure, rows, separator, two buttons. */
export const spendingCard: FlexContainer = {
  type: 'bubble',
  size: 'mega',
  header: {
    type: 'box',
    layout: 'vertical',
    backgroundColor: '#04873A',
    paddingAll: '16px',
    contents: [
      {
        type: 'text',
        text: 'สรุปการใช้จ่าย ปีงบประมาณ ๒๕๖๙',
        color: '#FFFFFF',
        weight: 'bold',
        size: 'md',
      },
      {
        type: 'text',
        text: 'ณ วันที่ ๑๕ มกราคม ๒๕๖๙',
        color: '#E3F5E9',
        size: 'xs',
        margin: 'xs',
      },
    ],
  },
  body: {
    type: 'box',
    layout: 'vertical',
    contents: [
      { type: 'text', text: 'เบิกจ่ายแล้ว', size: 'sm', color: '#667085' },
      {
        type: 'box',
        layout: 'baseline',
        spacing: 'sm',
        contents: [
          { type: 'text', text: '12.48', size: 'xxl', weight: 'bold', flex: 0 },
          {
            type: 'text',
            text: 'ล้านบาท จาก 31.20 ล้านบาท',
            size: 'xs',
            color: '#667085',
          },
        ],
      },
      { type: 'separator', margin: 'md' },
      row('งบบุคลากร', '6,240,000.00 บาท', 52, '#04873A'),
      row('ค่าครุภัณฑ์ ที่ดินและสิ่งก่อสร้าง', '3,105,500.00 บาท', 31, '#F59E0B'),
      row('เงินอุดหนุน', '1,044,250.50 บาท', 8, '#D92D20'),
    ],
  },
  footer: {
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: [
      {
        type: 'button',
        style: 'link',
        height: 'sm',
        action: { type: 'message', label: 'รายละเอียด', text: 'งบ ละเอียด' },
      },
      {
        type: 'button',
        style: 'primary',
        color: '#04873A',
        height: 'sm',
        action: {
          type: 'uri',
          label: 'เปิดตาราง',
          uri: 'https://liff.line.me/1234-abcd/budget',
        },
      },
    ],
  },
  styles: { footer: { separator: true } },
};
