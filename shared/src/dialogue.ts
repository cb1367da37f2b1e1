import { type About, about } from './about/about.rules.ts';
import { chat } from './facilitate/chat/chat.rules.ts';
import { sessions } from './facilitate/sessions/sessions.rules.ts';
import { isOpenRoom, openSessions, placeOf, type Sessions } from './facilitate/sessions/sessions.state.ts';
import { composeRules, type Senses, type State } from './kernel/rules.ts';
import type { AnySlice } from './kernel/slice.ts';
import { people } from './people/people.rules.ts';
import { opens, type People, roleOf } from './people/people.state.ts';

/** Every slice of a dialogue, in the order in which the six steps tell it. A new slice is one line here. */
export const slices = { about, people, sessions, chat } as const satisfies Record<string, AnySlice>;

/** What the slices of a dialogue show, by slice. */
export type DialogueView = { [Name in keyof typeof slices]: ReturnType<(typeof slices)[Name]['view']> };

/** What a person alone sees, by slice. */
export type OwnView = { people: ReturnType<NonNullable<typeof people.own>> };

type DialogueState = { about: About; people: People; sessions: Sessions };

// The composed rules know slices by name only; here is the one place that knows what these names hold.
const known = (state: State) => state as DialogueState;

export const senses: Senses = {
  roleOf: (state, person) => roleOf(known(state).people, person),
  placeOf: (state, person) => placeOf(known(state).sessions, person),
  isOpenRoom: (state, room) => isOpenRoom(known(state).sessions, room),
  phaseOf: state => {
    if (known(state).about.status === 'ended') return 'ended';
    return openSessions(known(state).sessions).length > 0 ? 'live' : 'preparing';
  },
};

/** The rules of a dialogue. */
export const dialogueRules = composeRules(Object.values(slices), senses);

/** True when a join link of this version opens the dialogue for this person. */
export const opensFor = (state: State, person: string, version: number): boolean =>
  opens(known(state).people, person, version);

/** What can be told of a dialogue to somebody who holds a link to it, before they join. */
export function invitationOf(state: State, person: string) {
  const { about: what, people: who, sessions: when } = known(state);
  if (what.status === 'unborn') return null;
  const others = Object.values(who).filter(({ status }) => status === 'active');
  const inviter = others.find(({ role }) => role === 'organiser');
  return {
    title: what.title,
    goal: what.goal,
    name: who[person]?.name ?? null,
    inviter: inviter?.name ?? null,
    municipalities: [...new Set(others.map(({ municipality }) => municipality))],
    people: others.length,
    sessions: Object.values(when).flatMap(({ plan, status }) =>
      status === 'planned' || status === 'open' ? [{ ...plan, status }] : [],
    ),
  };
}

export type Invitation = NonNullable<ReturnType<typeof invitationOf>>;
