import { limits } from '@multaqa/shared/limits';
import type { Clock } from '../platform/clock.ts';
import { refusal, type Waiting } from './decide-together.ts';

export type CommandQueue = {
  /** Lets something wait for its turn; what cannot wait is answered at once. */
  add(entry: Waiting): void;
  /** How many wait. */
  size(): number;
  /** To be called when a transaction is on disk: the next one waits `limits.commitPause` after it. */
  committed(): void;
  /** Takes nothing more; what waits is answered `elsewhere` when it is not to be carried out either. */
  close(waiting: 'carried out' | 'refused'): void;
  /** Resolves when what runs has ended. */
  idle(): Promise<void>;
};

/**
 * Carries out what waits in a dialogue, one batch after another. Whatever arrives in this turn of the event loop shares one
 * batch; in a busy dialogue, whatever arrives in the next few turns. `carryOut` never rejects.
 */
export function openCommandQueue(
  clock: Clock,
  carryOut: (together: readonly Waiting[]) => Promise<void>,
): CommandQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let status: 'open' | 'closed' = 'open';
  let committedAt = clock.now() - limits.commitPause;

  // What arrives between the end of the loop and this reset would otherwise wait for the next command.
  const wake = () => {
    running ??= drain().finally(() => {
      running = null;
      if (waiting.length > 0) wake();
    });
  };

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await pause();
      const together = waiting;
      waiting = [];
      await carryOut(together);
    }
  }

  function pause(): Promise<void> {
    const next = committedAt + limits.commitPause;
    return new Promise(resolve => (clock.now() >= next ? setImmediate(resolve) : clock.at(next, resolve)));
  }

  return {
    add(entry) {
      if (status === 'closed') return entry.answer(refusal('elsewhere'));
      if (waiting.length >= limits.queue && entry.work === 'command') return entry.answer(refusal('busy'));
      waiting.push(entry);
      wake();
    },
    size: () => waiting.length,
    committed() {
      committedAt = clock.now();
    },
    close(how) {
      status = 'closed';
      if (how === 'refused') for (const { answer } of waiting.splice(0)) answer(refusal('elsewhere'));
    },
    idle: async () => void (await running),
  };
}
