import type { FlexContainer } from '../flex/flex-types.ts';
import { LANDSCAPE } from './sample-pictures.ts';

/** Buttons in each style and height, a picture hero, and a tappable box. */
export const buttonCard: FlexContainer = {
  type: 'bubble',
  size: 'kilo',
  hero: {
    type: 'image',
    url: LANDSCAPE,
    size: 'full',
    aspectRatio: '20:13',
    aspectMode: 'cover',
  },
  body: {
    type: 'box',
    layout: 'vertical',
    contents: [
      {
        type: 'text',
        text: 'ประกาศ No Gift Policy',
        weight: 'bold',
        size: 'lg',
      },
      {
        type: 'text',
        text: 'งดรับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่',
        wrap: true,
        size: 'sm',
        margin: 'md',
      },
      {
        type: 'box',
        layout: 'horizontal',
        margin: 'md',
        paddingAll: 'md',
        cornerRadius: 'md',
        backgroundColor: '#F2F4F7',
        action: {
          type: 'postback',
          label: 'ผู้อ่าน',
          data: 'who',
          displayText: 'ใครอ่านแล้วบ้าง',
        },
        contents: [
          { type: 'text', text: 'รับทราบแล้ว', size: 'sm', flex: 0 },
          {
            type: 'text',
            text: '42 จาก 58 คน',
            size: 'sm',
            align: 'end',
            weight: 'bold',
          },
        ],
      },
    ],
  },
  footer: {
    type: 'box',
    layout: 'vertical',
    spacing: 'sm',
    contents: [
      {
        type: 'button',
        style: 'primary',
        action: {
          type: 'postback',
          label: 'รับทราบ',
          data: 'ack',
          displayText: 'รับทราบ',
        },
      },
      {
        type: 'button',
        style: 'secondary',
        height: 'sm',
        action: {
          type: 'clipboard',
          label: 'คัดลอกเลขที่ประกาศ',
          clipboardText: 'นก ๑๒/๒๕๖๙',
        },
      },
      {
        type: 'button',
        height: 'sm',
        action: {
          type: 'datetimepicker',
          label: 'เลือกวัน',
          data: 'day',
          mode: 'date',
        },
      },
    ],
  },
};
