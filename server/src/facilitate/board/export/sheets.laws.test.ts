import type { Bounds } from '@multaqa/shared/facilitate/board/scene/geometry';
import { unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Drawn, sheetsFor } from './sheets.ts';

const note = (left: number, top: number): Drawn => ({ kind: 'note', bounds: [left, top, 200, 200] });
const wholeOf = (things: readonly Drawn[]): Bounds => unionOf(things.map(({ bounds }) => bounds)) ?? [0, 0, 1, 1];
const holds = ([x, y, width, height]: Bounds, [left, top, wide, high]: Bounds) =>
  left >= x && top >= y && left + wide <= x + width && top + high <= y + height;

const anywhere = fc.integer({ min: -9_000, max: 9_000 });
const anyThing: fc.Arbitrary<Drawn> = fc.oneof(
  fc.tuple(anywhere, anywhere).map(([left, top]) => note(left, top)),
  fc.record({
    kind: fc.constantFrom('frame', 'arrow', 'image', 'stroke'),
    bounds: fc.tuple(anywhere, anywhere, fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 9_000 })),
  }),
);

describe('a board on sheets', () => {
  test('is whole on the first; each note is whole on one that can be read, and nothing leaves its sheet', () => {
    fc.assert(
      fc.property(fc.array(anyThing, { minLength: 1, maxLength: 60 }), fc.boolean(), (things, isRtl) => {
        const whole = wholeOf(things);
        const { width, height, margin, head, sheets } = sheetsFor(whole, things, isRtl ? 'rtl' : 'ltr');
        expect(sheets[0]?.part).toEqual(whole);
        for (const sheet of sheets) {
          expect(sheet.width).toBeLessThanOrEqual(width - 2 * margin + 0.001);
          expect(sheet.height).toBeLessThanOrEqual(height - 2 * margin - head + 0.001);
          expect(sheet.width / sheet.part[2]).toBeCloseTo(sheet.height / sheet.part[3], 6);
        }
        for (const { kind, bounds } of things)
          if (kind === 'note')
            expect(sheets.slice(sheets.length > 1 ? 1 : 0).some(({ part }) => holds(part, bounds))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('that can be read on one sheet is on one; a large one is read in rows, from where its language begins', () => {
    expect(sheetsFor([0, 0, 900, 600], [note(0, 0)], 'ltr').sheets).toHaveLength(1);
    const things = Array.from({ length: 400 }, (_, at) => note((at % 20) * 230, Math.floor(at / 20) * 230));
    const [ltr, rtl] = (['ltr', 'rtl'] as const).map(direction =>
      sheetsFor(wholeOf(things), things, direction)
        .sheets.slice(1)
        .map(({ part }) => part),
    );
    expect(ltr?.length).toBeLessThan(20);
    expect(ltr?.[0]?.slice(0, 2)).toEqual([-20, -20]);
    expect((rtl?.[0]?.[0] ?? 0) + (rtl?.[0]?.[2] ?? 0)).toBe(20 * 230 - 30 + 20);
    expect(rtl?.length).toBe(ltr?.length);
  });

  test('with as many things as it may have takes about as many sheets as people can handle', () => {
    const things = Array.from({ length: 5_000 }, (_, at) => note((at % 80) * 220, Math.floor(at / 80) * 220));
    expect(sheetsFor(wholeOf(things), things, 'ltr').sheets.length).toBeLessThanOrEqual(41);
  });

  test('a frame that is larger than a sheet shows its name, and an arrow across everything has none of its own', () => {
    const frame: Drawn = { kind: 'frame', bounds: [0, 0, 9_000, 9_000] };
    const arrow: Drawn = { kind: 'arrow', bounds: [0, 0, 9_000, 9_000] };
    const { sheets } = sheetsFor([0, 0, 9_000, 9_000], [frame, arrow, note(8_000, 8_000)], 'ltr');
    expect(sheets.slice(1).map(({ part }) => part.slice(0, 2))).toEqual([
      [-20, -20],
      [7_980, 7_980],
    ]);
  });
});
