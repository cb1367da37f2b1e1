import type { RoomBoardView } from '@multaqa/shared/facilitate/board/board.state';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { describe, expect, test } from 'vitest';
import { farMarkOf } from './far-marks.ts';

const [well, pump] = ['wwwwwwwwww', 'pppppppppp'].map(
  id => ({ id, kind: 'note', at: [0, 0, 200, 200, 0], outcome: null, into: null }) as Thing,
) as [Thing, Thing];
const ballot = { vote: 'v', frame: null, dots: 3, most: 3, until: null };
const open = { ...ballot, status: 'open', voted: 2 } as RoomBoardView['vote'];
const counted = {
  ...{ ...ballot, status: 'counted', voted: 2 },
  result: { [pump.id]: { dots: 5, people: 2, clusters: {} } },
} as RoomBoardView['vote'];
const nothing = { vote: null, locked: new Set<string>(), own: {}, namesOf: () => [] };

describe('what stands at a thing that is seen from afar', () => {
  test('is nothing where there is nothing to say', () => {
    expect(farMarkOf(well, nothing)).toBeNull();
    expect(farMarkOf(well, { ...nothing, vote: counted })).toBeNull();
  });

  test('[B6] while a vote is open one sees one’s own dots and no others, and everybody’s once it is counted', () => {
    const own = { [well.id]: 2 };
    expect(farMarkOf(well, { ...nothing, vote: open, own })?.dots).toEqual({ of: 'own', count: 2 });
    expect(farMarkOf(pump, { ...nothing, vote: open, own })).toBeNull();
    expect(farMarkOf(pump, { ...nothing, vote: counted, own })?.dots).toEqual({ of: 'all', count: 5 });
    expect(farMarkOf(well, { ...nothing, vote: counted, own })).toBeNull();
  });

  test('says whose it is, that it is locked, and that something was made of it', () => {
    const made = { ...well, outcome: 'o' } as Thing;
    const known = { ...nothing, locked: new Set([well.id]), namesOf: () => ['Ada', 'Ben'] };
    expect(farMarkOf(made, known)).toEqual({ dots: null, signs: ['locked', 'outcome'], names: 'Ada, Ben' });
  });
});
