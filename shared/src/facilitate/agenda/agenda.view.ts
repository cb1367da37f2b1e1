import { type Audience, isHost } from '../../kernel/context.ts';
import type { Id, SessionId } from '../../kernel/ids.ts';
import {
  type Agenda,
  agendaIn,
  type Block,
  keptIn,
  type Parked,
  type SessionAgenda,
  type Stay,
} from './agenda.state.ts';

/** A block as people see it. */
export type ShownBlock = Omit<Block, 'status'>;

/** Something put aside, as people see it. */
export type ShownItem = Omit<Parked, 'status'> & { status: 'parked' | 'settled' };

/** The agenda of a session as it is seen. */
export type ShownAgenda = {
  blocks: { readonly [block: Id]: ShownBlock };
  order: readonly Id[];
  now: Stay | null;
  /** The block that a host can go back to; null for none. */
  before: Id | null;
  /** How long each block has gone on in ms, the present stay not counted. */
  taken: { readonly [block: Id]: number };
  /** How many are ready to move on: a number for hosts, null for everybody else. */
  ready: number | null;
  parked: { readonly [item: Id]: ShownItem };
};

/** What was put aside in another session and is carried to this one. */
export type Brought = { item: Id; text: string; block: Id };

export type AgendaView = {
  sessions: { readonly [session: SessionId]: ShownAgenda };
  brought: { readonly [session: SessionId]: readonly Brought[] };
};

/** What an audience sees: hosts every session's agenda, others that of the session they are in ([A7]). */
export function viewOf(state: Agenda, { role, place }: Audience): AgendaView {
  const sight = isHost(role) ? 'hosts' : 'everybody';
  const seen = sight === 'hosts' ? Object.keys(state) : place ? [place.session] : [];
  return {
    sessions: Object.fromEntries(
      seen.flatMap(session => (state[session] ? [[session, shownTo(agendaIn(state, session), sight)]] : [])),
    ),
    brought: Object.fromEntries(
      seen.flatMap(session => {
        const brought = broughtTo(state, session);
        return brought.length > 0 ? [[session, brought]] : [];
      }),
    ),
  };
}

type Sight = 'hosts' | 'everybody';
const known = new WeakMap<SessionAgenda, Map<Sight, ShownAgenda>>();

/** The same object for the same agenda, so that what is unchanged is recognised. */
function shownTo(agenda: SessionAgenda, sight: Sight): ShownAgenda {
  const before = known.get(agenda) ?? new Map<Sight, ShownAgenda>();
  known.set(agenda, before);
  const view = before.get(sight) ?? shown(agenda, sight);
  before.set(sight, view);
  return view;
}

function shown(agenda: SessionAgenda, sight: Sight): ShownAgenda {
  const kept = keptIn(agenda);
  const before = agenda.before?.block ?? null;
  return {
    blocks: Object.fromEntries(kept.map(({ status: _, ...block }) => [block.block, block])),
    order: kept.map(({ block }) => block),
    now: agenda.now,
    before: kept.some(({ block }) => block === before) ? before : null,
    taken: agenda.taken,
    ready: sight === 'hosts' ? Object.keys(agenda.ready).length : null,
    parked: Object.fromEntries(
      Object.values(agenda.parked).flatMap(one => {
        const { status } = one;
        return status === 'withdrawn' ? [] : [[one.item, { ...one, status }]];
      }),
    ),
  };
}

function broughtTo(state: Agenda, session: SessionId): Brought[] {
  return Object.entries(state).flatMap(([from, { parked }]) =>
    from === session
      ? []
      : Object.values(parked).flatMap(({ item, text, status, to }) =>
          to?.session === session && status === 'parked' ? [{ item, text, block: to.block }] : [],
        ),
  );
}
