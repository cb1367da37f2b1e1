import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { messages } from '@multaqa/shared/facilitate/polls/polls.messages';
import { suppressed } from '@multaqa/shared/facilitate/polls/results/splits';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { emptyTally, isEnough, plus, type Tally, tallyOf } from '@multaqa/shared/facilitate/polls/tally';
import { limits } from '@multaqa/shared/limits';
import type { z } from 'zod';

/** A ballot in a box: what was chosen, and the group that its paper told. */
export type BoxedBallot = { group: string | null; ballot: Ballot };

/** Ballots by the number they are kept under, in the order of these numbers, which are hashes of chance. */
export type BoxedBallots = ReadonlyMap<string, BoxedBallot>;

/** A part of the last count: what `polls.count` is told. */
export type CountPiece = {
  step: 'piece' | 'final';
  piece: number;
  ballots: number;
  tally: CountedTally;
  groups: { group: string; tally: CountedTally }[];
};

/** A tally as the log is told it. */
export type CountedTally = z.infer<typeof messages.count.input>['tally'];

/** What the ballots say together. */
export function tallyBallots(sheet: Sheet, ballots: Iterable<BoxedBallot>): Tally {
  const sums: Record<string, number> = {};
  let voters = 0;
  for (const { ballot } of ballots) {
    voters += 1;
    for (const [key, amount] of Object.entries(tallyOf(sheet, ballot).sums)) sums[key] = (sums[key] ?? 0) + amount;
  }
  return { voters, sums };
}

/**
 * The last count, in pieces that a command may hold; the same ballots always make the same pieces. Of fewer ballots than may be told
 * only their number is, and groups that would give somebody away are put together before the log hears of them.
 */
export function lastCount(sheet: Sheet, boxed: BoxedBallots, bytes: number): CountPiece[] {
  const all = tallyBallots(sheet, boxed.values());
  const ballots = boxed.size;
  if (!isEnough(all)) return [{ step: 'final', piece: 0, ballots, tally: { voters: 0, sums: [] }, groups: [] }];
  const groups = sheet.split === null ? [] : suppressed(groupTallies(sheet, boxed));
  const parts = partsOf([{ group: null, tally: all }, ...groups], bytes);
  return parts.map(({ tally, groups: some }, piece) => ({
    step: piece === parts.length - 1 ? 'final' : 'piece',
    ...{ piece, ballots, tally, groups: some },
  }));
}

/** Ballots as the store keeps them. */
export const textOfBallots = (ballots: BoxedBallots): string => JSON.stringify([...ballots]);

/**
 * Ballots of a text that `textOfBallots` made; null is a box in which there is nothing yet. They are made from it again, so that they lie in memory as
 * they stand in the text.
 */
export const ballotsOfText = (text: string | null): BoxedBallots =>
  new Map(text === null ? [] : (JSON.parse(text) as [string, BoxedBallot][]));

/** Ballots with others beside them or in their place, in their order again. */
export const withBallots = (ballots: BoxedBallots, more: BoxedBallots): BoxedBallots =>
  new Map([...new Map([...ballots, ...more])].sort(([one], [other]) => (one < other ? -1 : 1)));

function groupTallies(sheet: Sheet, boxed: BoxedBallots): { [group: string]: Tally } {
  const groups: { [group: string]: Tally } = Object.create(null);
  for (const { group, ballot } of boxed.values())
    if (group !== null) groups[group] = plus(groups[group] ?? emptyTally, tallyOf(sheet, ballot));
  return groups;
}

type Part = Pick<CountPiece, 'tally' | 'groups'>;

/** Tallies divided so that each part takes about so many bytes: the voters stand in the first, the sums in all of them. */
function partsOf(tallies: readonly { group: string | null; tally: Tally }[], bytes: number): Part[] {
  const parts: Part[] = [];
  let [part, size, keys] = [newPart(), 0, 0];
  for (const { group, tally } of tallies) {
    tallyIn(part, group).voters += tally.voters;
    for (const sum of sortedSums(tally)) {
      const more = Buffer.byteLength(JSON.stringify([group, sum])) + tallyBytes;
      if (size + more > bytes || keys === limits.tallyKeys) {
        parts.push(part);
        [part, size, keys] = [newPart(), 0, 0];
      }
      tallyIn(part, group).sums.push(sum);
      size += more;
      keys += 1;
    }
  }
  return [...parts, part];
}

// What a sum takes besides itself, at most: a tally of its own around it.
const tallyBytes = 48;

const newPart = (): Part => ({ tally: { voters: 0, sums: [] }, groups: [] });

/** The tally of a group in a part, or of all. */
function tallyIn({ tally, groups }: Part, group: string | null): CountedTally {
  if (group === null) return tally;
  const known = groups.find(one => one.group === group);
  if (known) return known.tally;
  const made = { group, tally: { voters: 0, sums: [] } };
  groups.push(made);
  return made.tally;
}

/** The sums of a tally in the order of their keys, so that the same ballots always make the same pieces. */
export const sortedSums = ({ sums }: Tally): [key: string, sum: number][] =>
  Object.entries(sums).sort(([one], [other]) => (one < other ? -1 : 1));
