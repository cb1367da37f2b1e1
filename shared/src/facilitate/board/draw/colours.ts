import type { Colour } from '../scene/thing.ts';

/** `fill` is a note or an area, `stroke` a line or letters on the board, `words` letters on the fill. */
export type Tone = { fill: string; stroke: string; words: string };
/** `board` is what things lie on, `letters` are written on it, `edge` bounds frames. */
export type Palette = { tones: Readonly<Record<Colour, Tone>>; board: string; letters: string; edge: string };

const tone = (fill: string, stroke: string, words: string): Tone => ({ fill, stroke, words });
const [dark, light] = ['#1e2a32', '#ffffff'];

/** The colours of a board on paper and in files, which are light. The surface has the same in its stylesheet, and those for dark screens. */
export const paperPalette: Palette = {
  tones: {
    yellow: tone('#fde58a', '#a66f00', dark),
    orange: tone('#fdcf9e', '#b9540a', dark),
    pink: tone('#fbc6d6', '#b8225e', dark),
    violet: tone('#dccffa', '#6a3cc0', dark),
    blue: tone('#c2ddfa', '#1d5bab', dark),
    teal: tone('#b5e5de', '#0b6b6b', dark),
    green: tone('#c8eac0', '#2b7530', dark),
    grey: tone('#e3dfd7', '#5b6770', dark),
    ink: tone('#33414b', '#1e2a32', light),
    white: tone('#ffffff', '#857f74', dark),
  },
  ...{ board: '#ffffff', letters: dark, edge: '#b9b1a3' },
};
