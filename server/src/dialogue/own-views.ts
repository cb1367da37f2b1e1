import type { State } from '@multaqa/shared/kernel/composition';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { AnySlice, Recorded } from '@multaqa/shared/kernel/slice';
import type { View } from '@multaqa/shared/protocol';
import type { Faults } from './faults.ts';

/** What one person alone sees of some slices. A slice that cannot tell it keeps what it told and is asked `again`; the others go on. */
export function ownView(
  { rules, faults, again }: { rules: Rules; faults: Faults; again(slice: string): void },
  { state, person, audience }: { state: State; person: string; audience: Audience },
  slices: ReadonlySet<string> | 'all',
  before: View,
): View {
  const own: View = {};
  for (const slice of rules.slices) {
    if (!slice.own || (slices !== 'all' && !slices.has(slice.name))) continue;
    try {
      own[slice.name] = slice.own(state[slice.name], person, audience);
      faults.mended(slice.name, 'own');
    } catch (error) {
      faults.ofSlice({ slice: slice.name, member: 'own', error });
      again(slice.name);
      own[slice.name] = slice.name in before ? before[slice.name] : emptyOwn(slice, person, audience);
    }
  }
  return own;
}

/** What a slice tells somebody of their own before anything has happened in it. */
function emptyOwn(slice: AnySlice, person: string, audience: Audience): unknown {
  try {
    return slice.own?.(slice.initial, person, audience);
  } catch {
    // The fault of this slice is in the log already.
    return null;
  }
}

/** Collects whose own part of which slice has changed since the last time it was asked. */
export type Concerned = {
  add(facts: readonly Recorded[]): void;
  /** Everybody's part of this slice has to be looked at. */
  again(slice: string): void;
  /** The slices that changed for some people, and those that may have changed for everybody; it starts from nothing. */
  take(): { people: ReadonlyMap<string, ReadonlySet<string>>; everybody: ReadonlySet<string> };
};

/** A slice that cannot say whom a fact concerns concerns everybody. */
export function collectConcerned({ rules, faults }: { rules: Rules; faults: Faults }): Concerned {
  let people = new Map<string, Set<string>>();
  let everybody = new Set<string>();

  function concernedBy(fact: Recorded): ReturnType<Rules['concerns']> {
    try {
      return rules.concerns(fact);
    } catch (error) {
      const slice = fact.kind.slice(0, fact.kind.indexOf('.'));
      faults.ofSlice({ slice, member: 'concerns', error });
      return { slice, people: 'everybody' };
    }
  }

  return {
    add(facts) {
      for (const fact of facts) {
        const concerned = concernedBy(fact);
        if (!concerned) continue;
        if (concerned.people === 'everybody') everybody.add(concerned.slice);
        else
          for (const person of concerned.people)
            people.set(person, (people.get(person) ?? new Set()).add(concerned.slice));
      }
    },
    again: slice => void everybody.add(slice),
    take() {
      const taken = { people, everybody };
      people = new Map();
      everybody = new Set();
      return taken;
    },
  };
}
