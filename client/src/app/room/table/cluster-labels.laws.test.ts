import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Participant } from '../../../dialogue/room.ts';
import { arrange, type Seated } from './arrange.ts';
import { type ClusterLabel, labelsFor } from './cluster-labels.ts';
import { isOnTable } from './curve.ts';

const widthOf = (words: string) => words.length * 8;
const pen = { line: 18, widthOf };

const seatedOf = (key: string): Seated => {
  const seat: Participant = [key, { room: 'plenary', since: 0, lostAt: null }];
  const names = { name: key, short: key, first: key };
  return { sitter: { kind: 'person', key, group: '', people: [seat] }, names, face: key, town: 'Sfax' };
};

/** People of some clusters at a table in a box of any size, cluster after cluster. */
const company = fc.record({
  box: fc.record({ width: fc.integer({ min: 300, max: 1600 }), height: fc.integer({ min: 160, max: 1000 }) }),
  sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 8, size: 'max' }),
  name: fc.string({ minLength: 1, maxLength: 50 }),
});

function labelled({ box, sizes, name }: { box: { width: number; height: number }; sizes: number[]; name: string }) {
  const seated = sizes.flatMap((size, cluster) =>
    Array.from({ length: size }, (_, at) => seatedOf(`${cluster}-${at}`)),
  );
  const table = arrange(
    seated,
    seated.map(({ sitter }) => sitter.key),
    box,
    pen,
  );
  const clusters = sizes.flatMap((_, cluster) => {
    const seats = table.seats.filter(({ seated: one }) => one.sitter.key.startsWith(`${cluster}-`));
    return seats.length > 0 ? [{ cluster: `c${cluster + 1}`, name, seats }] : [];
  });
  return { table, clusters, labels: labelsFor(table.plan, box, clusters, widthOf) };
}

const overlaps = (a: ClusterLabel, b: ClusterLabel) =>
  Math.abs(a.at.inline - b.at.inline) < (a.box.width + b.box.width) / 2 &&
  Math.abs(a.at.block - b.at.block) < (a.box.height + b.box.height) / 2;

describe('the names of clusters on the table', () => {
  test('lie on it with all their corners, apart from each other and from its heart', () => {
    fc.assert(
      fc.property(company, sample => {
        const { table, labels } = labelled(sample);
        for (const [at, label] of labels.entries()) {
          const { inline, block } = label.at;
          for (const [x, y] of [
            [-1, -1],
            [-1, 1],
            [1, -1],
            [1, 1],
          ] as const)
            expect(
              isOnTable(
                { inline: inline + (x * label.box.width) / 2, block: block + (y * label.box.height) / 2 },
                table.plan.table,
              ),
            ).toBe(true);
          expect(labels.slice(at + 1).some(other => overlaps(label, other))).toBe(false);
          expect(Math.abs(inline) < label.box.width / 2 && Math.abs(block) < label.box.height / 2).toBe(false);
        }
      }),
    );
  });

  test('are there for each of four clusters on a large table, each on the side of its people', () => {
    const { labels, clusters } = labelled({
      box: { width: 1040, height: 680 },
      sizes: [6, 6, 6, 6],
      name: 'Coast and ports',
    });
    expect(labels.map(({ form }) => form)).toEqual(['name', 'name', 'name', 'name']);
    for (const { cluster, at } of labels) {
      const seats = clusters.find(one => one.cluster === cluster)?.seats ?? [];
      const middle = seats.reduce((sum, { spot }) => sum + spot.inline - 520, 0);
      expect(Math.abs(at.inline) < 60 || Math.sign(at.inline) === Math.sign(middle)).toBe(true);
    }
  });

  test('are not there for one cluster alone', () => {
    expect(labelled({ box: { width: 1040, height: 680 }, sizes: [12], name: 'Water' }).labels).toEqual([]);
  });
});
