import type { State } from '@multaqa/shared/kernel/rules';
import type { Clock } from '../platform/clock.ts';
import type { Dialogues, LiveDialogue } from './dialogues.ts';

/** What the rules want to hear of connections that come and go. */
export type PresenceRules = {
  lost: string;
  regained: string;
  /** Who holds a place that a lost connection matters to. */
  seated(state: State): readonly string[];
};

export type Presence = {
  arrived(dialogue: string, person: string): void;
  departed(dialogue: string, person: string): void;
  count(dialogue: string, person: string): number;
  /** After a restart everybody who sat somewhere gets a moment to come back before they count as lost. */
  restored(live: LiveDialogue): void;
  close(): void;
};

const momentToReturn = 5_000;

/** Turns the first and the last connection of a person into commands of the engine. */
export function startPresence(dialogues: () => Dialogues, clock: Clock, words: PresenceRules): Presence {
  const counts = new Map<string, number>();
  let isOpen = true;
  const key = (dialogue: string, person: string) => `${dialogue}/${person}`;
  const count = (dialogue: string, person: string) => counts.get(key(dialogue, person)) ?? 0;

  const tell = (dialogue: string, person: string, kind: string) => {
    const live = dialogues().loaded(dialogue);
    if (isOpen && live && words.seated(live.runner.state()).includes(person))
      void dialogues().command(dialogue, 'engine', kind, { person });
  };

  return {
    count,
    arrived(dialogue, person) {
      counts.set(key(dialogue, person), count(dialogue, person) + 1);
      if (count(dialogue, person) === 1) tell(dialogue, person, words.regained);
    },
    departed(dialogue, person) {
      const left = count(dialogue, person) - 1;
      if (left > 0) counts.set(key(dialogue, person), left);
      else {
        counts.delete(key(dialogue, person));
        tell(dialogue, person, words.lost);
      }
    },
    restored({ dialogue, runner }) {
      if (words.seated(runner.state()).length === 0) return;
      clock.at(clock.now() + momentToReturn, () => {
        for (const person of words.seated(runner.state()))
          if (count(dialogue, person) === 0) tell(dialogue, person, words.lost);
      });
    },
    close() {
      isOpen = false;
    },
  };
}
