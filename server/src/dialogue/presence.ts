import type { State } from '@multaqa/shared/kernel/composition';
import { limits } from '@multaqa/shared/limits';
import { background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Dialogues } from './dialogues.ts';
import type { LiveDialogue } from './live-dialogue.ts';

/** What the rules want to hear of connections that come and go. */
export type PresenceRules = {
  lost: string;
  regained: string;
  /** Who holds a place that a lost connection matters to, and whether it counts as lost already. */
  seated(state: State): ReadonlyMap<string, 'here' | 'lost'>;
};

export type Presence = {
  /** False, and nothing is counted, when this person has as many connections as one may have. */
  arrived(dialogue: string, person: string): boolean;
  departed(dialogue: string, person: string): void;
  count(dialogue: string, person: string): number;
  /** After a restart everybody who sat somewhere gets a moment to come back before they count as lost. */
  restored(live: LiveDialogue): void;
  close(): void;
};

export type PresencePorts = { dialogues(): Dialogues; clock: Clock; logger: Logger };

const momentToReturn = 5_000;

/** Turns the first and the last connection of a person into commands of the engine. A tab that reloads is not lost. */
export function startPresence({ dialogues, clock, logger }: PresencePorts, words: PresenceRules): Presence {
  const counts = new Map<string, number>();
  const leaving = new Map<string, () => void>();
  let isOpen = true;
  const key = (dialogue: string, person: string) => `${dialogue}/${person}`;
  const count = (dialogue: string, person: string) => counts.get(key(dialogue, person)) ?? 0;

  function tell(dialogue: string, person: string, kind: string, from: 'here' | 'lost'): void {
    const live = dialogues().loaded(dialogue);
    if (!isOpen || !live || words.seated(live.runner.state()).get(person) !== from) return;
    const told = dialogues()
      .command(dialogue, 'engine', kind, { person })
      .then(ack => {
        if (!ack.ok) logger.warn({ dialogue, kind, refusal: ack.refusal }, 'presence was not recorded');
      });
    void background(logger, told, 'presence was not recorded', { dialogue, kind });
  }

  function stay(name: string): void {
    leaving.get(name)?.();
    leaving.delete(name);
  }

  return {
    count,
    arrived(dialogue, person) {
      const name = key(dialogue, person);
      if (count(dialogue, person) >= limits.socketsPerPerson) return false;
      counts.set(name, count(dialogue, person) + 1);
      stay(name);
      if (count(dialogue, person) === 1) tell(dialogue, person, words.regained, 'lost');
      return true;
    },
    departed(dialogue, person) {
      const name = key(dialogue, person);
      const left = count(dialogue, person) - 1;
      if (left > 0) return void counts.set(name, left);
      counts.delete(name);
      stay(name);
      const cancel = clock.at(clock.now() + limits.reloadPause, () => {
        leaving.delete(name);
        tell(dialogue, person, words.lost, 'here');
      });
      leaving.set(name, cancel);
    },
    restored({ dialogue, runner }) {
      if (words.seated(runner.state()).size === 0) return;
      clock.at(clock.now() + momentToReturn, () => {
        for (const person of words.seated(runner.state()).keys())
          if (count(dialogue, person) === 0) tell(dialogue, person, words.lost, 'here');
      });
    },
    close() {
      isOpen = false;
      for (const name of [...leaving.keys()]) stay(name);
    },
  };
}
