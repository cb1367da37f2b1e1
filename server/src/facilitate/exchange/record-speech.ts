import type { DialogueId, PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import { background } from '../../platform/background.ts';
import type { Logger } from '../../platform/logger.ts';

type Run = { person: PersonId; from: number; to: number };

/** Who spoke in a room, ms since the epoch; nobody else did until `to`. */
export type Speech = { room: RoomId; to: number; runs: readonly Run[] };

type Ports = { dialogues: () => Pick<Dialogues, 'command'>; logger: Pick<Logger, 'error' | 'debug'> };

/**
 * Makes facts of what the segmenter tells of a room. A dialogue that is busy gets what it could not take with the next batch;
 * one that has closed the room, or measures nothing any more, has no use for it.
 */
export function recordSpeech({ dialogues, logger }: Ports): (dialogue: DialogueId, speech: Speech) => void {
  const held = new Map<string, readonly Run[]>();

  async function record(dialogue: DialogueId, { room, to, runs }: Speech): Promise<void> {
    const key = `${dialogue} ${room}`;
    const all = [...(held.get(key) ?? []), ...runs].slice(-limits.runsPerBatch);
    held.delete(key);
    const ack = await dialogues().command(dialogue, 'engine', 'exchange.record', { room, to, runs: all });
    if (ack.ok) return;
    logger.debug({ dialogue, room, refusal: ack.refusal }, 'speech was not recorded');
    if (ack.refusal === 'busy') held.set(key, all);
  }

  return (dialogue, speech) =>
    void background(logger, record(dialogue, speech), 'speech could not be recorded', { dialogue });
}
