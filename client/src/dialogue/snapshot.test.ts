import type { Numbered } from '@multaqa/shared/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snapshotWelcome } from './dialogue.samples.ts';
import { type DialogueSnapshot, patched, welcomed } from './snapshot.ts';

const start = (): DialogueSnapshot => {
  const snapshot = welcomed(null, snapshotWelcome({ seq: 0 }), 0);
  if (!snapshot) throw new Error('a whole view is always welcome');
  return snapshot;
};
const titled = (from: number, to: number): Numbered => ({
  from,
  to,
  patch: ['{', { about: ['{', { title: ['=', `Title ${to}`] }] }],
});
const titleOf = ({ view: { about } }: DialogueSnapshot) => (about.status === 'unborn' ? null : about.title);

/** A stream of patches as a server sends it: each goes on where the one before has ended. */
const streams = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }).map(steps =>
  steps.map((step, at) => {
    const from = steps.slice(0, at).reduce((sum, one) => sum + one, 0);
    return titled(from, from + step);
  }),
);

it('patches that repeat change nothing: the view is that of the newest one', () => {
  fc.assert(
    fc.property(streams, fc.array(fc.nat(11)), (patches, repeats) => {
      let snapshot = start();
      patches.forEach((patch, at) => {
        const again = repeats.map(one => patches[Math.min(one, at)] ?? patch);
        for (const one of [patch, ...again]) {
          const next = patched(snapshot, one);
          expect(next).not.toBeNull();
          snapshot = next ?? snapshot;
        }
      });
      expect([snapshot.seq, titleOf(snapshot)]).toEqual([patches.at(-1)?.to, `Title ${patches.at(-1)?.to}`]);
    }),
  );
});

it('a patch after a gap is never applied, whatever the order of arrival', () => {
  fc.assert(
    fc.property(
      streams.chain(patches => fc.shuffledSubarray(patches)),
      arrived => {
        let snapshot = start();
        for (const patch of arrived) {
          const next = patched(snapshot, patch);
          if (patch.to <= snapshot.seq) expect(next).toBe(snapshot);
          else if (patch.from === snapshot.seq) expect(next?.seq).toBe(patch.to);
          else expect(next).toBeNull();
          snapshot = next ?? snapshot;
          expect(titleOf(snapshot)).toBe(snapshot.seq === 0 ? 'Local jobs' : `Title ${snapshot.seq}`);
        }
      },
    ),
  );
});

it('a tail or a move continues only what this tab has; otherwise it must ask for everything', () => {
  const before = start();
  const { me, audience, now, own } = snapshotWelcome();
  const common = { epoch: 'first', me, audience, now, own, reached: 2 };
  const tail = (epoch: string, patch: Numbered) =>
    welcomed(before, { kind: 'tail', ...common, epoch, patches: [patch] }, 0);
  expect(tail('first', titled(0, 2))?.seq).toBe(2);
  expect(tail('second', titled(0, 2))).toBeNull();
  expect(tail('first', titled(1, 2))).toBeNull();
  const moved = (from: { audience: string; seq: number }) =>
    welcomed(before, { kind: 'moved', ...common, from, seq: 2, patch: titled(0, 2).patch }, 0);
  expect(moved({ audience: 'organiser@-', seq: 0 })?.seq).toBe(2);
  expect(moved({ audience: 'organiser@-', seq: 1 })).toBeNull();
  expect(moved({ audience: 'participant@-', seq: 0 })).toBeNull();
  expect(welcomed(null, { kind: 'tail', ...common, patches: [] }, 0)).toBeNull();
});
