import fc from 'fast-check';
import * as Y from 'yjs';
import { addThing } from './edits.ts';
import { type Box, colours, shapes, type ThingData, type ThingId } from './thing.ts';

/** What all things have, as it is when nothing is said. */
export const plain = {
  ...{ z: 0, group: null, frame: null, into: null, outcome: null },
  ...{ fixed: false, tags: [] as string[] },
};

/** A note with these words. */
export const noteOf = (text: string, more: Partial<Extract<ThingData, { kind: 'note' }>> = {}): ThingData => ({
  ...plain,
  ...{ kind: 'note', at: [0, 0, 200, 200, 0], colour: 'yellow', text, says: null },
  ...more,
});

/** The id of the thing with this number. */
export const thingId = (at: number): ThingId => at.toString(36).padStart(10, '0');

/** A document with these things, numbered from 0. */
export function boardOf(things: readonly ThingData[], doc = new Y.Doc()): Y.Doc {
  doc.transact(() => {
    for (const [at, thing] of things.entries()) addThing(doc, thingId(at), thing);
  });
  return doc;
}

const whole = (min: number, max: number) => fc.integer({ min, max });
const words = fc.oneof(
  fc.constantFrom('', 'Water', 'بئر ماء', 'Wasser für Sfax (GIZ) 2020', 'مشروع GIZ رقم 7', 'Où est l’eau ?'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const anyId = fc.option(whole(0, 11).map(thingId), { nil: null });

const anyBox: fc.Arbitrary<Box> = fc.tuple(
  ...([whole(-3_000, 3_000), whole(-3_000, 3_000), whole(1, 900), whole(1, 900), whole(0, 359)] as const),
);

const common = fc.record({
  z: whole(-20, 20),
  group: anyId,
  frame: anyId,
  fixed: fc.boolean(),
  into: fc.constant(null),
  tags: fc.uniqueArray(fc.constantFrom('water', 'عمل', 'Jobs'), { maxLength: 2 }),
  outcome: fc.constant(null),
});
const boxed = { at: anyBox, colour: fc.constantFrom(...colours) };
const written = { text: words, says: fc.constant(null) };

/** Any thing of any kind. */
export const anyThing: fc.Arbitrary<ThingData> = common.chain(one =>
  fc
    .oneof(
      fc.record({ kind: fc.constant('note' as const), ...boxed, ...written }),
      fc.record({
        kind: fc.constant('text' as const),
        ...boxed,
        ...written,
        size: fc.constantFrom('s' as const, 'xl' as const),
      }),
      fc.record({
        kind: fc.constant('shape' as const),
        ...boxed,
        ...written,
        shape: fc.constantFrom(...shapes),
        fill: fc.constantFrom('filled' as const, 'outline' as const),
      }),
      fc.record({ kind: fc.constant('frame' as const), ...boxed, ...written }),
      fc.record({ kind: fc.constant('stamp' as const), ...boxed, emoji: fc.constantFrom('👍', '❤️') }),
      fc.record({
        kind: fc.constant('arrow' as const),
        colour: fc.constantFrom(...colours),
        ...written,
        line: fc.tuple(whole(-900, 900), whole(-900, 900), whole(-900, 900), whole(-900, 900)),
        ...{ from: anyId, to: anyId, heads: fc.constantFrom('end' as const, 'both' as const, 'none' as const) },
      }),
    )
    .map(kind => ({ ...one, ...kind })),
);

/** A board of up to a dozen things. */
export const anyBoard: fc.Arbitrary<ThingData[]> = fc.array(anyThing, { maxLength: 12 });
