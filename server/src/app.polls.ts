import { pollsOf } from '@multaqa/shared/dialogue';
import { isAnonymous, type Run } from '@multaqa/shared/facilitate/polls/polls.state';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Base } from './app.base.ts';
import type { AppOptions } from './app.options.ts';
import type { Config } from './config.ts';
import type { Dialogues } from './dialogue/dialogues.ts';
import { type BallotBoxes, openBallotBoxes } from './facilitate/polls/box.ts';
import { openPapers, type Papers } from './facilitate/polls/papers.ts';

/** What anonymous polls need of the server: papers, and boxes for the ballots on them. */
export type PollParts = {
  papers: Papers;
  boxes: BallotBoxes;
  runIn(state: State, run: string): Run | null;
  close(): Promise<void>;
};

/** Opens papers and boxes, with what the rules of a dialogue say of runs. */
export function openPolls(
  { store, secrets }: Base,
  { WORK_MEMORY }: Pick<Config, 'WORK_MEMORY'>,
  { clock, logger }: AppOptions,
  dialogues: Pick<Dialogues, 'command'>,
): PollParts {
  const boxes = openBallotBoxes({
    ballots: store.ballots,
    clock,
    logger,
    runIn: anonymousRunIn,
    async tell({ dialogue }, count) {
      const interim = { ...count, step: 'interim', piece: 0, groups: [] };
      const ack = await dialogues.command(dialogue, 'engine', 'polls.count', interim);
      // One that was closed meanwhile is counted as a whole.
      if (!ack.ok && ack.refusal !== 'polls.closed') throw new Error(`a count was refused: ${ack.refusal}`);
    },
  });
  const papers = openPapers(secrets.ballotSeed, WORK_MEMORY);
  return {
    ...{ papers, boxes, runIn: anonymousRunIn },
    async close() {
      boxes.close();
      await papers.close();
    },
  };
}

function anonymousRunIn(state: State, run: string): Run | null {
  const { runs } = pollsOf(state);
  const found = Object.hasOwn(runs, run) ? runs[run] : undefined;
  return found && isAnonymous(found) ? found : null;
}
