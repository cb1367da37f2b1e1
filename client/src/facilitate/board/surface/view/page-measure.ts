import type { Measure } from '@multaqa/shared/facilitate/board/draw/lines';

/** Measures with the fonts of this page; where it cannot, letters count as about half as wide as high. */
export function pageMeasure(): Measure {
  const known = new Map<string, number>();
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `100px ${getComputedStyle(document.body).fontFamily || 'sans-serif'}`;
  return text => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const width = context ? context.measureText(text).width : text.length * 55;
    if (known.size > 20_000) known.clear();
    known.set(text, width);
    return width;
  };
}
