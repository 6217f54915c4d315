import type { FlexContainer, FlexNode } from '../flex/flex-types.ts';
import { STAR } from './sample-pictures.ts';

function block(words: string, color: string, extra: FlexNode = {}): FlexNode {
  return {
    type: 'box',
    layout: 'vertical',
    backgroundColor: color,
    contents: [{ type: 'text', text: words, align: 'center', size: 'sm' }],
    ...extra,
  };
}

/** Shares of width, spacing against margin, justifyContent, alignItems, borders, offsets and gradients. */
export const boxCard: FlexContainer = {
  type: 'bubble',
  body: {
    type: 'box',
    layout: 'vertical',
    spacing: 'md',
    contents: [
      {
        type: 'box',
        layout: 'horizontal',
        spacing: 'md',
        contents: [
          block('1', '#80ffff'),
          block('2', '#ffd080', { flex: 2 }),
          block('xxl', '#c0ff80', { margin: 'xxl' }),
        ],
      },
      {
        type: 'box',
        layout: 'horizontal',
        justifyContent: 'space-between',
        alignItems: 'center',
        contents: [
          block('40', '#80ffff', {
            width: '40px',
            height: '40px',
            justifyContent: 'center',
          }),
          block('60×24', '#ffd080', { width: '60px', height: '24px' }),
          block('25%', '#c0ff80', { width: '25%' }),
        ],
      },
      {
        type: 'box',
        layout: 'horizontal',
        height: '56px',
        borderWidth: 'medium',
        borderColor: '#04873A',
        cornerRadius: 'lg',
        contents: [
          { type: 'text', text: 'top', gravity: 'top', align: 'center' },
          { type: 'separator' },
          { type: 'text', text: 'center', gravity: 'center', align: 'center' },
          { type: 'separator', color: '#D92D20' },
          { type: 'text', text: 'bottom', gravity: 'bottom', align: 'center' },
        ],
      },
      {
        type: 'box',
        layout: 'vertical',
        height: '64px',
        cornerRadius: 'md',
        paddingAll: 'lg',
        background: {
          type: 'linearGradient',
          angle: '90deg',
          startColor: '#04873A',
          centerColor: '#0E7490',
          endColor: '#1D4ED8',
        },
        contents: [
          { type: 'text', text: 'พื้นไล่สี', color: '#FFFFFF', weight: 'bold' },
          {
            type: 'box',
            layout: 'vertical',
            position: 'absolute',
            offsetTop: '8px',
            offsetEnd: '8px',
            backgroundColor: '#FFFFFF',
            cornerRadius: 'xxl',
            paddingStart: 'md',
            paddingEnd: 'md',
            contents: [
              {
                type: 'text',
                text: 'ใหม่',
                size: 'xs',
                color: '#D92D20',
                weight: 'bold',
              },
            ],
          },
        ],
      },
      {
        type: 'box',
        layout: 'baseline',
        spacing: 'xs',
        contents: [
          { type: 'icon', url: STAR, size: 'sm' },
          { type: 'icon', url: STAR, size: 'lg' },
          { type: 'icon', url: STAR, size: 'xxl' },
          { type: 'text', text: 'เส้นฐานเดียวกัน', size: 'lg' },
          { type: 'text', text: '4.0', size: 'xxs', color: '#888888', flex: 0 },
        ],
      },
    ],
  },
};
