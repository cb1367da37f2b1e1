/** What all three boards show: 1,500 notes in Arabic, German and French, 500 strokes and 500 shapes, in rows. */
export type Item =
  | { kind: 'note'; x: number; y: number; text: string }
  | { kind: 'stroke'; x: number; y: number; points: readonly (readonly [number, number])[] }
  | { kind: 'shape'; x: number; y: number; shape: 'rectangle' | 'ellipse' };

const sayings = [
  'نحتاج إلى مساحة عمل مشتركة للشباب قرب الميناء',
  'Wir vermitteln Lehrstellen direkt in den Betrieben',
  'Une foire de l’emploi chaque trimestre avec trois communes',
  'مشروع GIZ رقم 7: تدريب 40 امرأة',
];

export const columns = 60;
export const cell = 240;
/** How wide and high a note or a shape is. */
export const side = 200;

/** As many things as asked for, the same each time. */
export function itemsOf(count: number): Item[] {
  return Array.from({ length: count }, (_, at): Item => {
    const [x, y] = [(at % columns) * cell, Math.floor(at / columns) * cell];
    if (at % 5 === 3) return { kind: 'stroke', x, y, points: wave(at) };
    if (at % 5 === 4) return { kind: 'shape', x, y, shape: at % 2 === 0 ? 'rectangle' : 'ellipse' };
    return { kind: 'note', x, y, text: sayings[at % sayings.length] ?? '' };
  });
}

const wave = (at: number): (readonly [number, number])[] =>
  Array.from({ length: 40 }, (_, step) => [step * 5, 100 + 70 * Math.sin((step + at) / 4)] as const);
