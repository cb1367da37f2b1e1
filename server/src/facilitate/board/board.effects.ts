import { createHash } from 'node:crypto';
import { boardsOf } from '@multaqa/shared/dialogue';
import { documentName } from '@multaqa/shared/documents/names';
import { boardIn, type Round } from '@multaqa/shared/facilitate/board/board.state';
import { type Revealed, revealOn } from '@multaqa/shared/facilitate/board/reveal';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Id, RoomId } from '@multaqa/shared/kernel/ids';
import { derivedId } from '../../dialogue/derived-id.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import type { Effect } from '../../dialogue/effects.ts';
import type { Documents } from '../../documents/documents.ts';

export type RevealingPorts = { dialogues: Pick<Dialogues, 'open' | 'command'>; documents: Pick<Documents, 'edit'> };

/**
 * Puts revealed notes on the board of their room, and says so. What a restart interrupts begins again: the same notes become the same
 * things, and those that were there once are left alone. The ports come later, since what was not done when the last process ended
 * begins before everything is put together.
 */
export const placeRevealed = (opened: Promise<RevealingPorts>): Effect => ({
  kinds: ['board.revealed'],
  async run(dialogue, { data }) {
    const { dialogues, documents } = await opened;
    const { room, round } = data as { room: RoomId; round: Id };
    const live = await dialogues.open(dialogue);
    if (live === null || typeof live === 'string') throw new Error('the dialogue is not here');
    const found = boardIn(boardsOf(live.runner.state()), room).round;
    if (found?.status !== 'revealed' || found.round !== round) return;
    const revealed = thingsFor(found);
    const name = documentName({ kind: 'board', room });
    await documents.edit(dialogue, name, 'engine', doc => revealOn(doc, found, revealed));
    const id = derivedId(`placed ${dialogue} ${round}`);
    const ack = await dialogues.command(dialogue, 'engine', 'board.placed', { room, round }, id);
    if (!ack.ok) throw new Error(`the notes of a round are on the board, and that was refused: ${ack.refusal}`);
  },
});

/** The things that the notes of a round become; with hidden names in an order that has nothing to do with who wrote them. */
function thingsFor({ round, names, jots }: Round): Revealed[] {
  const revealed = Object.values(jots).map(jot => ({ thing: thingOf(round, jot.note), jot }));
  return names === 'shown' ? revealed : revealed.sort((a, b) => (a.thing < b.thing ? -1 : 1));
}

/** The id of the thing that a note becomes: always the same one. */
function thingOf(round: Id, note: Id): ThingId {
  const digest = createHash('sha256').update(`${round} ${note}`).digest();
  return Array.from(digest.subarray(0, 10), byte => (byte % 36).toString(36)).join('');
}
