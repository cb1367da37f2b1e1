import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../limits.ts';
import { exchange as slice } from './exchange.rules.ts';
import { roomOf } from './exchange.state.ts';
import { dialsOf } from './figures/dials.ts';
import { evennessOf } from './figures/evenness.ts';
import { pairsOf } from './figures/exposure.ts';
import { reportedOf } from './figures/figures.ts';
import { matrixOf } from './figures/matrix.ts';
import { rounded, toldOf } from './figures/told.ts';
import { after, factsOf, length, type Meeting, meetings, room, session } from './meeting.samples.ts';

const figures = (meeting: Meeting, cuts?: readonly number[]) => reportedOf(toldOf(after(factsOf(meeting, cuts))));
const instants = fc.array(fc.integer({ min: 1, max: length - 1 }), { maxLength: 30 });
const runs = { numRuns: 150 };

describe('the exchange', () => {
  test('[X2] is the same wherever batches cut what was said in two', () => {
    fc.assert(
      fc.property(meetings, instants, (meeting, cuts) => {
        const [whole, cut] = [after(factsOf(meeting)), after(factsOf(meeting, cuts))];
        expect(reportedOf(toldOf(cut))).toEqual(reportedOf(toldOf(whole)));
        expect(matrixOf(toldOf(cut))).toEqual(matrixOf(toldOf(whole)));
        expect(dialsOf(roomOf(cut, room))).toEqual(dialsOf(roomOf(whole, room)));
      }),
      runs,
    );
  });

  test('[X2] is the same when a run is told as two adjacent halves', () => {
    fc.assert(
      fc.property(meetings, meeting => {
        const halves = meeting.runs.flatMap(run => {
          const middle = Math.floor((run.from + run.to) / 2);
          return [
            { ...run, to: middle },
            { ...run, from: middle },
          ].filter(({ from, to }) => from < to);
        });
        expect(figures({ ...meeting, runs: halves })).toEqual(figures(meeting));
      }),
      runs,
    );
  });

  test('[X2] is the same whoever is who', () => {
    fc.assert(
      fc.property(meetings, meeting => {
        const renamed = (person: string) => person.replace(/^0000000(\d)/, (_, digit) => `9999999${9 - Number(digit)}`);
        const other = {
          guests: meeting.guests.map(one => ({ ...one, person: renamed(one.person) })),
          runs: meeting.runs.map(one => ({ ...one, person: renamed(one.person) })),
          writes: meeting.writes.map(one => ({ ...one, person: renamed(one.person), author: renamed(one.author) })),
        };
        expect(figures(other)).toEqual(figures(meeting));
      }),
      runs,
    );
  });

  test('[X2] is the same after silence, apart from the window', () => {
    fc.assert(
      fc.property(meetings, fc.integer({ min: 1, max: 3 }), (meeting, hours) => {
        const all = { ...meeting, guests: meeting.guests.map(one => ({ ...one, from: 0, to: length })) };
        const later = { ...all, guests: all.guests.map(one => ({ ...one, to: length + hours * 3_600_000 })) };
        const [short, long] = [figures(all), figures(later)];
        expect(long).toEqual({ ...short, window: short.window + hours * 3_600 });
      }),
      runs,
    );
  });

  test('[X10] of a room are its dials', () => {
    fc.assert(
      fc.property(meetings, instants, (meeting, cuts) => {
        const known = after(factsOf(meeting, cuts));
        const { n, window, speech, heard, lack, measured } = reportedOf(toldOf(known, [room]));
        const towns = measured?.across.municipality;
        expect(dialsOf(roomOf(known, room))).toEqual({
          ...{ n, window, speech, heard, lack },
          evenness: measured?.evenness ?? null,
          reachAny: measured?.reachAny ?? null,
          bothWays: towns && towns.groups > 1 ? rounded(towns.both / pairsOf(towns.groups)) : null,
          hostShare: measured?.hostShare ?? null,
        });
      }),
      runs,
    );
  });

  test('[X3] [X4] are about all who were there for half of it, and told only where there is enough', () => {
    fc.assert(
      fc.property(meetings, meeting => {
        const { n, window, speech, lack, measured } = figures(meeting);
        const present = meeting.guests.filter(({ as, from, to }) => as === 'voice' && 2 * (to - from) >= length);
        expect([n, window]).toEqual([present.length, length / 1_000]);
        expect(lack).toBe(n < 4 ? 'few' : speech < 300 ? 'short' : null);
        expect(measured === null).toBe(lack !== null);
      }),
      runs,
    );
  });

  test('[X6] tells nobody anything new of their own by a fact that does not concern them', () => {
    let changes = 0;
    fc.assert(
      fc.property(meetings, instants, (meeting, cuts) => {
        const people = meeting.guests.map(({ person }) => person);
        const audience = { role: 'participant' as const, place: { session, room }, watches: [] };
        let state = slice.initial;
        for (const fact of factsOf(meeting, cuts)) {
          const next = slice.evolve(state, fact);
          const concerned = slice.concerns?.(fact) ?? 'everybody';
          for (const person of people) {
            const [before, now] = [state, next].map(one => slice.own?.(one, person, audience));
            if (concerned === 'everybody' || concerned.includes(person))
              changes += JSON.stringify(now) === JSON.stringify(before) ? 0 : 1;
            else expect(now).toEqual(before);
          }
          state = next;
        }
      }),
      { numRuns: 60 },
    );
    expect(changes).toBeGreaterThan(0);
  });

  test('[X7] names no town with fewer than three voices', () => {
    fc.assert(
      fc.property(meetings, meeting => {
        const { towns, cells } = matrixOf(toldOf(after(factsOf(meeting))));
        for (const { people } of towns) expect(people).toBeGreaterThanOrEqual(limits.smallestGroup);
        expect(cells.map(row => row.length)).toEqual(towns.map(() => towns.length));
      }),
      runs,
    );
  });
});

describe('evenness', () => {
  test('is what the formulas say of the example in the reference', () => {
    const { gini, evenness, voices } = evennessOf([600, 300, 120, 60, 60, 30, 30, 0]);
    expect([gini?.toFixed(2), evenness?.toFixed(2), voices?.toFixed(1)]).toEqual(['0.69', '0.68', '4.1']);
  });

  test('is 0 where everybody has the same, and 1 for one monologist among any number', () => {
    for (const n of [2, 5, 40]) {
      const all = Array.from({ length: n }, () => 7);
      expect(evennessOf(all)).toMatchObject({ gini: 0, evenness: 1, voices: n });
      expect(evennessOf(all.map((_, at) => (at === 0 ? 7 : 0)))).toMatchObject({ gini: 1, evenness: 0, voices: 1 });
    }
  });

  test('says nothing of nobody, of silence, and hardly anything of one', () => {
    expect(evennessOf([0, 0]).gini).toBe(null);
    expect(evennessOf([]).voices).toBe(null);
    expect(evennessOf([5])).toEqual({ gini: null, evenness: null, voices: 1, concentration: 1 });
  });
});
