import type { Recorded } from '@multaqa/shared/kernel/slice';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Store } from '../platform/store/store.ts';

/** A reaction that touches the world. It may run more than once for one fact, so repeating it must be harmless. */
export type Effect = {
  kinds: readonly string[];
  /** Rejects when the world did not take it; it is then tried again until it does. */
  run(dialogue: string, fact: Recorded): Promise<void> | void;
};

export type Effects = {
  committed(facts: readonly Recorded[], seq: number): void;
  /** Facts whose reactions have not succeeded yet. */
  waiting(): number;
  /** Resolves when a reaction that is running has ended; what waits goes on when the dialogue is loaded again. */
  close(): Promise<void>;
};

const shortestPause = 1_000;
const longestPause = 5 * 60_000;

/** 1 s after the first failure, doubled up to five minutes. */
const pauseAfter = (attempts: number): number => Math.min(longestPause, shortestPause * 2 ** (attempts - 1));

/**
 * Runs the reactions to a dialogue's facts in order, after their commit. The stored cursor moves only past facts whose
 * reactions have succeeded, so that a restart goes on there.
 */
export function startEffects(
  dialogue: string,
  effects: readonly Effect[],
  { store, clock, logger }: { store: Pick<Store, 'dialogues'>; clock: Clock; logger: Logger },
): Effects {
  let queue: { fact: Recorded; seq: number }[] = [];
  let isOpen = true;
  let running: Promise<void> | null = null;
  let wakeUp = () => {};

  async function work(): Promise<void> {
    let attempts = 0;
    for (let next = queue[0]; isOpen && next; next = queue[0]) {
      try {
        for (const effect of effects) if (effect.kinds.includes(next.fact.kind)) await effect.run(dialogue, next.fact);
        await store.dialogues.moveEffectCursor(dialogue, next.seq);
        queue = queue.slice(1);
        attempts = 0;
      } catch (error) {
        attempts += 1;
        const { kind, seq } = next.fact;
        logger.error({ error, dialogue, kind, seq, attempts }, 'a reaction failed and will be tried again');
        await pause(pauseAfter(attempts));
      }
    }
  }

  const pause = (ms: number) =>
    new Promise<void>(resolve => {
      const cancel = clock.at(clock.now() + ms, resolve);
      wakeUp = () => {
        cancel();
        resolve();
      };
    });

  return {
    committed(facts, seq) {
      const concerned = facts.filter(({ kind }) => effects.some(({ kinds }) => kinds.includes(kind)));
      // Past the last of them the whole commit is done with.
      queue.push(...concerned.map((fact, at) => ({ fact, seq: at === concerned.length - 1 ? seq : fact.seq })));
      if (!isOpen || queue.length === 0) return;
      running ??= work().finally(() => {
        running = null;
      });
    },
    waiting: () => queue.length,
    async close() {
      isOpen = false;
      wakeUp();
      await running;
    },
  };
}
