import type { Run } from '@multaqa/shared/facilitate/polls/polls.state';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Id } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { LiveDialogue } from '../../dialogue/live-dialogue.ts';
import { background } from '../../platform/background.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Logger, newReference } from '../../platform/logger.ts';
import type { Store } from '../../platform/store/store.ts';
import {
  type BoxedBallot,
  type BoxedBallots,
  ballotsOfText,
  type CountedTally,
  sortedSums,
  tallyBallots,
  textOfBallots,
  withBallots,
} from './counting.ts';
import { together } from './together.ts';
import { settling } from './traces.ts';

/** What becomes of a ballot: it counts until it is changed, or why it does not. */
export type Kept = 'kept' | 'polls.closed' | 'elsewhere' | 'busy';

/** A ballot on its way into the box; `number` is what it is kept under. */
export type Casting = { number: string } & BoxedBallot;

export type BallotBoxes = {
  /** Resolves when the ballot is on disk, or does not count. */
  cast(live: LiveDialogue, run: Id, casting: Casting): Promise<Kept>;
  /** The ballots of a run, as they are on disk. */
  read(live: LiveDialogue, run: Id): Promise<BoxedBallots>;
  /** Deletes the ballots of a run from disk and memory; rejects as the store's `remove` does. */
  remove(live: LiveDialogue, run: Id): Promise<void>;
  /** Leaves traces of ballots to the next process that keeps some. */
  close(): void;
};

export type BoxPorts = {
  ballots: Store['ballots'];
  clock: Pick<Clock, 'now' | 'at'>;
  logger: Logger;
  /** An anonymous run in a state; null when there is none. */
  runIn(state: State, run: Id): Run | null;
  /** Tells the dialogue of ballots that are in the box while people vote. */
  tell(live: LiveDialogue, count: InterimCount): Promise<unknown>;
};

/** What is told of an open run: ballots and what they say together. */
export type InterimCount = { run: Id; ballots: number; tally: CountedTally };

/** The facts after which a run takes no ballots. */
const closing = ['polls.closed', 'polls.discarded'];

/** How often it is looked again whether a run is open. */
const mostTries = 5;

/**
 * The boxes for ballots of anonymous runs. Ballots that come within a moment are written together with all of their run, so
 * that neither the memory nor the disk has them in the order in which they came. A ballot is kept in the transaction that finds its run
 * open by the log, whatever is being decided meanwhile.
 */
export function openBallotBoxes(ports: BoxPorts): BallotBoxes {
  // By what is loaded: when the lease is lost and taken again, the boxes are read again.
  const boxes = new WeakMap<LiveDialogue, Map<Id, Box>>();
  const traces = settling(ports);

  function boxOf(live: LiveDialogue, run: Id): Box {
    const known = boxes.get(live) ?? new Map<Id, Box>();
    boxes.set(live, known);
    const box = known.get(run) ?? openBox(ports, live, run, { closed: () => known.delete(run), kept: traces.soon });
    known.set(run, box);
    return box;
  }

  return {
    cast: (live, run, casting) => boxOf(live, run)(casting),
    read: async (live, run) => ballotsOfText(await ports.ballots.load(live.dialogue, run)),
    async remove(live, run) {
      boxes.get(live)?.delete(run);
      await ports.ballots.remove(live.dialogue, run);
    },
    close: traces.close,
  };
}

type Box = (casting: Casting) => Promise<Kept>;

/** What a box tells: that ballots were kept, and that it takes nothing more. */
type Told = { kept(): void; closed(): void };

/** The box of one run. */
function openBox({ ballots, clock, logger, runIn, tell }: BoxPorts, live: LiveDialogue, run: Id, told: Told): Box {
  const { dialogue, runner } = live;
  let kept: BoxedBallots | null = null;
  /** A count that is told when as many again have come. */
  let next: InterimCount | null = null;

  async function keep(castings: readonly Casting[], tries = 1): Promise<readonly Kept[]> {
    const all = (answer: Kept) => castings.map(() => answer);
    try {
      // Of one moment: a close that is decided while the box is read stands after this position.
      const [found, after] = [runIn(runner.state(), run), runner.seq()];
      if (found?.status !== 'open') {
        told.closed();
        return all('polls.closed');
      }
      kept ??= ballotsOfText(await ballots.load(dialogue, run));
      const more = withBallots(kept, newest(castings));
      const box = { run, ballots: textOfBallots(more) };
      const unless = { after, kinds: closing };
      const result = await live.fenced(lease => ballots.put(lease, box, unless));
      if (result === 'fenced') return all('elsewhere');
      if (result === 'behind') {
        // The log has moved on; when the runner has done something more, its state has as well.
        await runner.tick();
        return tries < mostTries ? keep(castings, tries + 1) : all('busy');
      }
      // As they came they would lie in memory one after another.
      kept = ballotsOfText(box.ballots);
      told.kept();
      count(found, more);
      return all('kept');
    } catch (error) {
      // Nobody knows what is on disk.
      kept = null;
      logger.error({ error, reference: newReference(), dialogue, run }, 'ballots could not be kept');
      return all('busy');
    }
  }

  /**
   * Five ballots are told when five more have come: then every two counts, and the last one too, are apart by five ballots or more,
   * and no difference between them is somebody's vote.
   */
  function count({ sheet, counted }: Run, more: BoxedBallots): void {
    if (sheet.results !== 'live' || more.size < (next?.ballots ?? counted?.ballots ?? 0) + limits.smallestCell) return;
    // What people write may be more than is told while they vote; it is told when all is counted.
    if (next && isShort(next))
      void background(logger, tell(live, next), 'ballots could not be told of', { dialogue, run });
    const tally = tallyBallots(sheet, more.values());
    next = { run, ballots: more.size, tally: { voters: tally.voters, sums: sortedSums(tally) } };
  }

  const pause = () => new Promise<void>(resolve => void clock.at(clock.now() + limits.ballotPause, resolve));
  return together(keep, { most: limits.ballotsTogether, pause });
}

/** True for a count that is no burden to the log. */
const isShort = ({ tally: { sums } }: InterimCount): boolean =>
  sums.length <= limits.tallyKeys && JSON.stringify(sums).length <= limits.interimCount;

/** Of several ballots on one paper, the last one. */
const newest = (castings: readonly Casting[]): BoxedBallots =>
  new Map(castings.map(({ number, group, ballot }) => [number, { group, ballot }]));
