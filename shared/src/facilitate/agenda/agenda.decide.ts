import { isHost, type RuleContext } from '../../kernel/context.ts';
import { type Id, isLobby, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { accept, type Deciders, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals } from './agenda.messages.ts';
import { type Agenda, agendaIn, aheadOf, type Block, keptIn, type Parked, plannedOf } from './agenda.state.ts';
import type { BlockInput } from './block.ts';
import { endOf, extendedEnd } from './clock.ts';
import { blocksFrom } from './templates.ts';

type AgendaFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

/** What each command leads to; the laws stand above the rules. */
export const decide: Deciders<Agenda, typeof messages, AgendaFact, Refusal> = {
  put(state, input, { timesOf }) {
    const { blocks } = agendaIn(state, input.session);
    if (!timesOf(input.session)) return refuse('agenda.no-session');
    const found = blocks[input.block];
    if (found?.status === 'removed') return refuse('agenda.unknown');
    if (!found && isFull(state, input.session, 1)) return refuse('agenda.full');
    return accept({ kind: 'agenda.put', data: input });
  },

  place(state, { session, block, before }) {
    const kept = keptIn(agendaIn(state, session)).map(one => one.block);
    if (!kept.includes(block) || (before !== null && !kept.includes(before))) return refuse('agenda.unknown');
    const next = kept[kept.indexOf(block) + 1] ?? null;
    if (before === block || before === next) return accept();
    return accept({ kind: 'agenda.placed', data: { session, block, before } });
  },

  remove(state, one) {
    if (!keptBlock(state, one)) return refuse('agenda.unknown');
    if (agendaIn(state, one.session).now?.block === one.block) return refuse('agenda.current');
    return accept({ kind: 'agenda.removed', data: one });
  },

  restore(state, one) {
    const found = agendaIn(state, one.session).blocks[one.block];
    if (!found) return refuse('agenda.unknown');
    if (found.status === 'kept') return accept();
    if (isFull(state, one.session, 1)) return refuse('agenda.full');
    return accept({ kind: 'agenda.restored', data: one });
  },

  copy(state, { session, from, blocks: ids }, { timesOf }) {
    const times = timesOf(session);
    if (!times) return refuse('agenda.no-session');
    const { blocks } = agendaIn(state, session);
    const copied =
      'template' in from
        ? blocksFrom(from.template, from.languages, times.minutes)
        : keptIn(agendaIn(state, from.session)).map(({ status: _, block: __, ...texts }) => texts);
    const named = copied.slice(0, ids.length);
    if (named.length === 0) return refuse('agenda.nothing');
    if (new Set(ids).size < ids.length || ids.some(id => blocks[id])) return refuse('agenda.taken');
    if (isFull(state, session, named.length)) return refuse('agenda.full');
    return accept(...named.map((texts, at) => putting({ session, block: ids[at] ?? '', ...texts })));
  },

  go(state, one, { timesOf, now }) {
    const agenda = agendaIn(state, one.session);
    const closesAt = closesAtOf(timesOf(one.session));
    if (closesAt === null) return refuse('agenda.not-open');
    const found = keptBlock(state, one);
    if (!found) return refuse('agenda.unknown');
    if (agenda.now?.block === one.block) return accept();
    const endsAt = endOf(plannedOf(found), aheadOf(agenda, one.block), closesAt, now);
    return accept({ kind: 'agenda.went', data: { ...one, endsAt } });
  },

  back(state, one) {
    const { now, before, blocks } = agendaIn(state, one.session);
    if (now?.block !== one.block || !before || blocks[before.block]?.status !== 'kept') return refuse('agenda.moved');
    return accept({ kind: 'agenda.returned', data: one });
  },

  extend(state, { minutes, ...one }, { now }) {
    const stay = agendaIn(state, one.session).now;
    if (stay?.block !== one.block) return refuse('agenda.moved');
    return accept({ kind: 'agenda.extended', data: { ...one, endsAt: extendedEnd(stay.endsAt, minutes, now) } });
  },

  ready(state, { room, block, on }, context) {
    const person = personOf(context);
    if (!person || isLobby(room)) return refuse('agenda.not-here');
    const session = sessionOf(room);
    const { now, ready } = agendaIn(state, session);
    if (now?.block !== block) return refuse('agenda.moved');
    return Object.hasOwn(ready, person) === on
      ? accept()
      : accept({ kind: 'agenda.readied', data: { session, person, on } });
  },

  park(state, { room, item, text }, context) {
    const person = personOf(context);
    if (!person || isLobby(room)) return refuse('agenda.not-here');
    const session = sessionOf(room);
    const all = Object.values(agendaIn(state, session).parked);
    if (all.some(one => one.item === item)) return refuse('agenda.taken');
    const own = all.filter(({ by }) => by === person).length;
    const isFromHost = isHost(context.roleIn(person, room));
    if (all.length >= limits.parkedPerSession || (!isFromHost && own >= limits.parkedPerPerson))
      return refuse('agenda.enough');
    return accept({ kind: 'agenda.parked', data: { session, item, text } });
  },
  unpark: (state, input, context) => ofOwn(state, input, context, 'agenda.unparked'),
  repark: (state, input, context) => ofOwn(state, input, context, 'agenda.reparked'),

  settle(state, input) {
    const found = parkedItem(state, input);
    if (!found) return refuse('agenda.no-item');
    return (found.status === 'settled') === input.on ? accept() : accept({ kind: 'agenda.settled', data: input });
  },

  carry(state, input) {
    const { to } = input;
    if (!parkedItem(state, input)) return refuse('agenda.no-item');
    if (to && !keptBlock(state, to)) return refuse('agenda.unknown');
    return accept({ kind: 'agenda.carried', data: input });
  },
};

const putting = (data: BlockInput): AgendaFact => ({ kind: 'agenda.put', data });

/** Who acts; null for the engine, which is nowhere. */
const personOf = ({ actor }: Pick<RuleContext, 'actor'>): PersonId | null => (actor === 'engine' ? null : actor.person);

function keptBlock(state: Agenda, { session, block }: { session: SessionId; block: Id }): Block | null {
  const found = agendaIn(state, session).blocks[block];
  return found?.status === 'kept' ? found : null;
}

const isFull = (state: Agenda, session: SessionId, more: number): boolean =>
  keptIn(agendaIn(state, session)).length + more > limits.blocksPerSession;

/** When a session is to end; null while it is not open. */
const closesAtOf = (times: ReturnType<RuleContext['timesOf']>): number | null =>
  times?.openedAt ? times.openedAt + times.minutes * 60_000 : null;

/** What is put aside and not withdrawn. */
function parkedItem(state: Agenda, { session, item }: { session: SessionId; item: Id }): Parked | null {
  const found = agendaIn(state, session).parked[item];
  return found && found.status !== 'withdrawn' ? found : null;
}

/** The fact that something is taken out, or put back, by its author or a host; none where that is so already. */
function ofOwn(
  state: Agenda,
  { room, item }: { room: RoomId; item: Id },
  context: RuleContext,
  kind: 'agenda.unparked' | 'agenda.reparked',
) {
  const person = personOf(context);
  const session = sessionOf(room);
  const found = agendaIn(state, session).parked[item];
  if (!found || !person) return refuse('agenda.no-item' as const);
  if (found.by !== person && !isHost(context.roleIn(person, room))) return refuse('agenda.not-yours' as const);
  const isOut = found.status === 'withdrawn';
  return isOut === (kind === 'agenda.unparked')
    ? accept<AgendaFact>()
    : accept<AgendaFact>({ kind, data: { session, item } });
}
