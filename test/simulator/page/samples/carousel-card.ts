import type { FlexContainer } from '../flex/flex-types.ts';
import { LANDSCAPE } from './sample-pictures.ts';

/** Cards side by side, of unequal height. */
export const carouselCard: FlexContainer = {
  type: 'carousel',
  contents: ['กองคลัง', 'กองช่าง', 'สำนักปลัด'].map((unit, index) => ({
    type: 'bubble',
    size: 'micro',
    hero: {
      type: 'image',
      url: LANDSCAPE,
      size: 'full',
      aspectRatio: '4:3',
      aspectMode: 'cover',
    },
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'sm',
      contents: [
        { type: 'text', text: unit, weight: 'bold', size: 'sm' },
        {
          type: 'text',
          text: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส '.repeat(index + 1).trim(),
          size: 'xs',
          wrap: true,
        },
      ],
    },
    footer: {
      type: 'box',
      layout: 'vertical',
      contents: [
        {
          type: 'button',
          height: 'sm',
          action: { type: 'message', label: 'เปิดดู', text: `มาตรการ ${unit}` },
        },
      ],
    },
  })),
};
