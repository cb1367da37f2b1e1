import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpacked, unpackedWelcome } from './packed.ts';
import type { Numbered, PackedWelcome } from './protocol.ts';

/** Stands for deflate: what it makes of a text can be told from the text. */
const deflate = (value: object) => `packed:${JSON.stringify(value)}`;
const inflate = (packed: string) => packed.slice('packed:'.length);
const object = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<Record<string, unknown>>;
const either = <Value extends object>(values: fc.Arbitrary<Value>) =>
  fc.tuple(values, fc.boolean()).map(([value, isPacked]) => ({ value, sent: isPacked ? deflate(value) : value }));
const patch = either(
  fc.record({ from: fc.nat(), to: fc.nat(), patch: fc.constant(['{', {}]) }) as unknown as fc.Arbitrary<Numbered>,
);
const greeting = {
  epoch: 'e',
  me: 'm',
  audience: { role: 'observer', place: null, watches: [] },
  now: 1,
  own: {},
  reached: 3,
} as const;
const same = (value: object) => JSON.parse(JSON.stringify(value));

describe('what arrives', () => {
  test('is the same in full, whether it was packed or not', () => {
    fc.assert(
      fc.property(either(object), ({ value, sent }) => {
        expect(unpacked(sent as never, inflate)).toEqual(typeof sent === 'string' ? same(value) : value);
      }),
    );
  });

  test('in a welcome is in full wherever it was packed: view, patches, the change of a move', () => {
    fc.assert(
      fc.property(either(object), fc.array(patch, { maxLength: 3 }), (view, patches) => {
        const sent = patches.map(one => one.sent);
        const full = patches.map(one => same(one.value));
        const welcomes: [unknown, unknown][] = [
          [
            { kind: 'snapshot', seq: 3, view: view.sent, patches: sent },
            { kind: 'snapshot', seq: 3, view: same(view.value), patches: full },
          ],
          [
            { kind: 'tail', patches: sent },
            { kind: 'tail', patches: full },
          ],
          [
            { kind: 'moved', from: { audience: 'a', seq: 1 }, seq: 3, patch: view.sent },
            { kind: 'moved', from: { audience: 'a', seq: 1 }, seq: 3, patch: same(view.value) },
          ],
        ];
        for (const [packed, whole] of welcomes)
          expect(
            same(unpackedWelcome({ ...greeting, ...(packed as object) } as unknown as PackedWelcome, inflate)),
          ).toEqual({
            ...greeting,
            ...(whole as object),
          });
      }),
    );
  });

  test('that cannot be read is an error and never half a view', () => {
    expect(() => unpacked('packed:{"view":' as never, inflate)).toThrow(SyntaxError);
  });
});
