import type { Done, Store } from '../platform/store/store.ts';
import type { Faults } from './faults.ts';

export type AcceptedCommands = {
  /** The newest accepted commands, by id. */
  known: ReadonlyMap<string, Done>;
  add(accepted: readonly Done[]): void;
  /**
   * Asks the database for commands that memory does not hold: `new` when none of them was accepted before, `behind` when the
   * log has more than `seq`, the position that this node knows.
   */
  recall(commands: readonly string[], seq: number): Promise<'new' | 'recalled' | 'behind' | 'failed'>;
};

/** The accepted commands of a dialogue: `size` of them in memory, all of them in the database. */
export function openAcceptedCommands(
  dialogue: string,
  size: number,
  { store, faults }: { store: Pick<Store, 'dialogues'>; faults: Faults },
): AcceptedCommands {
  const known = new Map<string, Done>();
  return {
    known,
    add(accepted) {
      for (const entry of accepted) known.set(entry.command, entry);
      for (const command of known.keys()) {
        if (known.size <= size) return;
        known.delete(command);
      }
    },
    async recall(commands, seq) {
      try {
        const found = await store.dialogues.accepted(dialogue, commands);
        if (found.some(entry => entry.seq > seq)) return 'behind';
        for (const entry of found) known.set(entry.command, entry);
        return found.length > 0 ? 'recalled' : 'new';
      } catch (error) {
        faults.log(error, 'looking for accepted commands failed');
        return 'failed';
      }
    },
  };
}
