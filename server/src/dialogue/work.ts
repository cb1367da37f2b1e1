import { Id } from '@multaqa/shared/kernel/ids';
import { retryable } from '@multaqa/shared/protocol';
import { z } from 'zod';
import { Futile, type OrderHandler } from '../platform/orders.ts';
import { WorkFailed } from '../platform/work-failed.ts';
import { derivedId } from './derived-id.ts';
import type { Dialogues } from './dialogues.ts';

/** Heavy work for a dialogue: the task that runs on its state, and the command that carries the result back. */
export const DialogueOrder = z.strictObject({
  dialogue: Id,
  task: z.string(),
  input: z.unknown(),
  /** `slice.name`; its input is the result with `basedOn`, the position that the result rests on. */
  command: z.string(),
  actor: z.union([Id, z.literal('engine')]),
});
export type DialogueOrder = z.infer<typeof DialogueOrder>;

export type WorkPorts = {
  dialogues: Pick<Dialogues, 'command'>;
  /** Runs a task in a thread on the newest state of a dialogue. */
  run(
    task: string,
    dialogue: string,
    input: unknown,
    signal: AbortSignal,
  ): Promise<{ basedOn: number; result: unknown }>;
};

/**
 * Carries out orders for dialogues. The command's id is derived from the order's key, so that an order that runs twice has one
 * effect; the rules decide whether a result that rests on an older position still holds.
 */
export function dialogueWork({ dialogues, run }: WorkPorts): OrderHandler {
  return async (data, key, signal) => {
    const { dialogue, task, input, command, actor } = DialogueOrder.parse(data);
    const { basedOn, result } = await run(task, dialogue, input, signal).catch(error => {
      // It would need as much again.
      throw error instanceof WorkFailed && error.code === 'memory' ? new Futile('memory', { cause: error }) : error;
    });
    signal.throwIfAborted();
    const ack = await dialogues.command(dialogue, actor, command, { ...Object(result), basedOn }, derivedId(key));
    if (ack.ok) return;
    if (retryable.includes(ack.refusal) || ack.refusal === 'fault' || ack.refusal === 'quarantined')
      throw new Error(ack.refusal);
    throw new Futile(ack.refusal);
  };
}
