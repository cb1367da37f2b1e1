import type { State } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import type { Logger } from '../platform/logger.ts';
import type { Store } from '../platform/store/store.ts';

/** A reaction that touches the world. It may run more than once for one fact, so repeating it must be harmless. */
export type Effect = {
  kinds: readonly string[];
  run(dialogue: string, fact: Recorded, state: State): Promise<void> | void;
};

export type Effects = {
  committed(facts: readonly Recorded[], state: State, seq: number): void;
  /** Resolves when every reaction to what was committed up to `seq` has run and the cursor says so. */
  settled(seq: number): Promise<void>;
};

/** Runs the reactions to a dialogue's facts in order, after their commit; the stored cursor makes a restart go on where they stopped. */
export function startEffects(
  dialogue: string,
  effects: readonly Effect[],
  { store, logger }: { store: Pick<Store, 'dialogues'>; logger: Logger },
): Effects {
  let work: Promise<void> = Promise.resolve();

  async function react(facts: readonly Recorded[], state: State, seq: number): Promise<void> {
    for (const fact of facts) {
      for (const effect of effects) {
        if (effect.kinds.includes(fact.kind)) await attempt(effect, fact, state);
      }
    }
    await store.dialogues.moveEffectCursor(dialogue, seq);
  }

  async function attempt(effect: Effect, fact: Recorded, state: State): Promise<void> {
    try {
      await effect.run(dialogue, fact, state);
    } catch (error) {
      logger.error({ error, dialogue, kind: fact.kind, seq: fact.seq }, 'reaction failed');
    }
  }

  return {
    committed(facts, state, seq) {
      if (!facts.some(({ kind }) => effects.some(({ kinds }) => kinds.includes(kind)))) return;
      work = work
        .then(() => react(facts, state, seq))
        .catch(error => logger.error({ error, dialogue }, 'reactions failed'));
    },
    async settled(seq) {
      await work;
      await store.dialogues.moveEffectCursor(dialogue, seq);
    },
  };
}
