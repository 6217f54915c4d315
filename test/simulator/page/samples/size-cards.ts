import type { FlexContainer } from '../flex/flex-types.ts';

function bubbleOfSize(size: string): FlexContainer {
  return {
    type: 'bubble',
    size,
    body: {
      type: 'box',
      layout: 'vertical',
      contents: [
        { type: 'text', text: size, weight: 'bold' },
        {
          type: 'text',
          text: 'ที่ทำการองค์การบริหารส่วนตำบล',
          size: 'xs',
          wrap: true,
        },
      ],
    },
  };
}

/** One bubble of each size LINE knows. */
export const sizeCards: readonly FlexContainer[] = [
  'nano',
  'micro',
  'deca',
  'hecto',
  'kilo',
  'mega',
  'giga',
].map(bubbleOfSize);
