import { accept, defineSlice, type FactOf, type Recorded, refuse } from '../kernel/slice.ts';
import { type AboutInput, facts, messages, refusals } from './about.messages.ts';

/**
 * What a dialogue is: its title, goal and languages, and whether it goes on.
 *
 * [A1] A dialogue is created once.
 * [A2] An ended dialogue can be reopened; nothing else happens in it meanwhile.
 */
export type About =
  | { status: 'unborn' }
  | ({ status: 'going-on' | 'ended'; example: boolean; createdAt: number; endedAt: number | null } & AboutInput);

type AboutFact = FactOf<typeof facts>;

export const about = defineSlice<About>()({
  name: 'about',
  messages,
  facts,
  refusals,
  initial: { status: 'unborn' },
  stateVersion: 1,
  factVersion: 1,
  decide: {
    create: (state, input) =>
      state.status === 'unborn' ? accept({ kind: 'about.created', data: input }) : refuse('about.exists'),
    edit: (_, input) => accept({ kind: 'about.edited', data: input }),
    end: () => accept({ kind: 'about.ended', data: {} }),
    reopen: () => accept({ kind: 'about.reopened', data: {} }),
  },
  evolve,
  view: state => state,
  outcome: state => (state.status === 'unborn' ? null : { title: state.title, goal: state.goal }),
});

function evolve(state: About, fact: Recorded<AboutFact>): About {
  if (fact.kind === 'about.created') return { status: 'going-on', createdAt: fact.at, endedAt: null, ...fact.data };
  if (state.status === 'unborn') return state;
  switch (fact.kind) {
    case 'about.edited':
      return { ...state, ...fact.data };
    case 'about.ended':
      return { ...state, status: 'ended', endedAt: fact.at };
    case 'about.reopened':
      return { ...state, status: 'going-on', endedAt: null };
  }
}
