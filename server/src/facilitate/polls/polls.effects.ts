import type { Run } from '@multaqa/shared/facilitate/polls/polls.state';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Id } from '@multaqa/shared/kernel/ids';
import { derivedId } from '../../dialogue/derived-id.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import type { Effect } from '../../dialogue/effects.ts';
import type { BallotBoxes } from './box.ts';
import { lastCount } from './counting.ts';

export type CountingPorts = {
  dialogues: Pick<Dialogues, 'open' | 'command'>;
  boxes: Pick<BallotBoxes, 'read' | 'remove'>;
  /** An anonymous run in a state; null when there is none. */
  runIn(state: State, run: Id): Run | null;
};

/** Bytes of one piece of a count. */
const pieceBytes = 32 * 1024;

/**
 * Counts the ballots of an anonymous run once it is closed, tells the log what they say together, and deletes them. What a restart
 * interrupts begins again: the same ballots make the same pieces, and they are deleted after the last of these is in the log. What it
 * needs comes later, since a dialogue may be loaded before everything is put together.
 */
export const countClosed = (opened: Promise<CountingPorts>): Effect => ({
  kinds: ['polls.closed'],
  async run(dialogue, { data }) {
    const { dialogues, boxes, runIn } = await opened;
    const { run } = data as { run: Id };
    const live = await dialogues.open(dialogue);
    if (live === null || typeof live === 'string') throw new Error('the dialogue is not here');
    const found = runIn(live.runner.state(), run);
    if (!found) return;
    if (found.counted?.status !== 'final')
      for (const piece of lastCount(found.sheet, await boxes.read(live, run), pieceBytes)) {
        const id = derivedId(`count ${dialogue} ${run} ${piece.piece}`);
        const ack = await dialogues.command(dialogue, 'engine', 'polls.count', { run, ...piece }, id);
        if (!ack.ok) throw new Error(`a count was refused: ${ack.refusal}`);
      }
    await boxes.remove(live, run);
  },
});
