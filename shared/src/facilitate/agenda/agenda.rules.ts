import type { SessionId } from '../../kernel/ids.ts';
import { defineSlice, type StateParts } from '../../kernel/slice.ts';
import { decide } from './agenda.decide.ts';
import { evolve } from './agenda.evolve.ts';
import { facts, messages, refusals } from './agenda.messages.ts';
import { type Agenda, agendaIn, type Block, type SessionAgenda } from './agenda.state.ts';
import { viewOf } from './agenda.view.ts';

/**
 * The plan of a session's time: its blocks in order, the one that goes on, and what is put aside for later.
 *
 * [A1] Every block of a session stands in its order once; a removed one comes back where it was.
 * [A2] One block goes on at a time: what they have taken together is the time since the first one began, until the session closes.
 * [A3] What comes is shortened before the session ends later: in proportion, never below half of what was planned, and never made longer.
 * [A4] Moving on taken back leaves everything as if it had not been.
 * [A5] Somebody says for themselves that they are ready, for the block that goes on, while they sit in the session; hosts see how many are, and nobody who.
 * [A6] Everybody in a room puts things aside and takes out their own; hosts say what becomes of them. What is taken out is seen by nobody.
 * [A7] Hosts alone plan and move on; whoever does not host sees the agenda of the session they are in.
 * [A8] A session has as many blocks as the limit says, and as many things put aside.
 */
export const agenda = defineSlice<Agenda>()({
  name: 'agenda',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  // One part for each session, so that a change in one writes no other again.
  parts: { split: state => state, join: parts => parts as Agenda } satisfies StateParts<Agenda>,
  decide,
  evolve,
  view: viewOf,
  own: (state, person, { place }): AgendaOwn => {
    const { now, ready } = agendaIn(state, place?.session ?? '');
    return { ready: now && Object.hasOwn(ready, person) ? now.block : null };
  },
  concerns: ({ kind, data }) => {
    if (kind === 'agenda.readied') return [data.person];
    return kind === 'agenda.went' || kind === 'agenda.returned' || kind === 'agenda.stopped' ? 'everybody' : [];
  },
  urgent: ['agenda.went', 'agenda.returned', 'agenda.extended'],
  gathered: ['agenda.readied'],
  conceals: ['agenda.unparked'],
  follow: {
    'sessions.closed': (state, { data: { session } }) =>
      agendaIn(state, session).now ? [{ kind: 'agenda.stopped' as const, data: { session } }] : [],
    // Closing empties the rooms as well, and ends the block with everybody's word.
    'sessions.left': (state, { data: { session, person, reason } }) =>
      reason !== 'closed' && Object.hasOwn(agendaIn(state, session).ready, person)
        ? [{ kind: 'agenda.readied' as const, data: { session, person, on: false } }]
        : [],
  },
  outcome: state =>
    Object.entries(state)
      .map(([session, one]) => toldOf(session, one))
      .filter(({ blocks, parked }) => parked.length > 0 || blocks.some(({ taken }) => taken > 0)),
});

export type AgendaOwn = {
  /** The block from which this person has said that they are ready to move on; null for none. */
  ready: string | null;
};

/** What was planned and what it took, both in minutes, and what was put aside. */
function toldOf(session: SessionId, { order, blocks, taken, parked }: SessionAgenda) {
  const all = order.flatMap(id => blocks[id] ?? []);
  return {
    session,
    blocks: all
      .filter(block => block.status === 'kept' || (taken[block.block] ?? 0) > 0)
      .map(({ block, title, kind, minutes }: Block) => ({
        ...{ block, title, kind, minutes },
        // What was begun took a minute at least: nothing else has not taken place.
        taken: taken[block] ? Math.max(1, Math.round(taken[block] / 60_000)) : 0,
      })),
    parked: Object.values(parked).flatMap(({ item, text, status, to }) =>
      status === 'withdrawn' ? [] : [{ item, text, status, to }],
    ),
  };
}
