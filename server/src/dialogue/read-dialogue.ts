import { dialogueRules } from '@multaqa/shared/dialogue';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { StoreAddress } from '../platform/store/open-store.ts';
import { openLogReader } from '../platform/store/read-log.ts';
import type { Task } from '../platform/work-pool.ts';
import type { TaskControl } from '../platform/work-thread.ts';
import { loadDialogue } from './load-dialogue.ts';

/** Where a thread finds a dialogue: its log, and a module whose `rules` read it (null: those of the product). */
export type LogPlace = { address: StoreAddress; rules: string | null; dialogue: string };

/** A task on the state of a dialogue; its result names the position of the log that it rests on. */
export type DialogueTask<Input, Result> = Task<{ place: LogPlace; input: Input }, { basedOn: number; result: Result }>;

/** Reads a dialogue in a thread: the newest state that is on disk. It takes no lease and writes nothing. */
export async function readDialogue(
  { address, rules: module, dialogue }: LogPlace,
  { progress, isCancelled }: TaskControl,
): Promise<{ rules: Rules; state: State; seq: number }> {
  const rules = module ? ((await import(module)) as { rules: Rules }).rules : dialogueRules;
  const reader = openLogReader(address);
  try {
    const { state, seq } = await loadDialogue(dialogue, rules, reader, (done, total) => {
      if (isCancelled()) throw new Error('cancelled');
      progress(done, total);
    });
    return { rules, state, seq };
  } finally {
    await reader.close();
  }
}
