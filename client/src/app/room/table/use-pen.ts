import { useMemo } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import type { Pen } from './arrange.ts';

/** The size of the words below a seat, in rem, as the style sheet has it. */
const size = 0.875;

/** How wide words are below a seat, and how high a line of them is, in CSS px: before anything is drawn. */
export function usePen(): Pen {
  const { direction } = useLanguage();
  return useMemo(() => {
    const { fontSize, fontFamily } = getComputedStyle(document.body);
    const px = (Number.parseFloat(fontSize) || 16) * size;
    const canvas = document.createElement('canvas').getContext('2d');
    if (canvas) canvas.font = `600 ${px}px ${fontFamily}`;
    const known = new Map<string, number>();
    const measured = (words: string) => canvas?.measureText(words).width ?? words.length * px * 0.6;
    return {
      line: px * (direction === 'rtl' ? 1.6 : 1.3),
      widthOf(words) {
        const width = known.get(words) ?? Math.ceil(measured(words)) + 1;
        known.set(words, width);
        return width;
      },
    };
  }, [direction]);
}
