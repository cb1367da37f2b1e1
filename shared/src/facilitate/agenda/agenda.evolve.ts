import type { Id, SessionId } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts } from './agenda.messages.ts';
import { type Agenda, agendaIn, type Block, type Parked, type SessionAgenda } from './agenda.state.ts';

type AgendaFact = Recorded<FactOf<typeof facts>>;

/** The state after a fact of the agenda. */
export function evolve(state: Agenda, fact: AgendaFact): Agenda {
  const { session } = fact.data;
  const before = agendaIn(state, session);
  const after = changed(before, fact);
  return after === before ? state : { ...state, [session as SessionId]: after };
}

function changed(now: SessionAgenda, fact: AgendaFact): SessionAgenda {
  switch (fact.kind) {
    case 'agenda.put': {
      const { session: _, ...block } = fact.data;
      return withBlock(now, { ...block, status: 'kept' });
    }
    case 'agenda.placed':
      return { ...now, order: placed(now.order, fact.data.block, fact.data.before) };
    case 'agenda.removed':
      return withoutOldest(standing(now, fact.data.block, 'removed'), fact.data.block);
    case 'agenda.restored':
      return standing(now, fact.data.block, 'kept');
    case 'agenda.readied':
      return { ...now, ready: switched(now.ready, fact.data.person, fact.data.on) };
    case 'agenda.went':
    case 'agenda.returned':
    case 'agenda.extended':
    case 'agenda.stopped':
      return moved(now, fact);
    default:
      return { ...now, parked: withItem(now.parked, fact) };
  }
}

/** A block that goes on ends later, or sooner, when its planned time is changed. */
function withBlock(now: SessionAgenda, block: Block): SessionAgenda {
  const known = now.blocks[block.block];
  const more = known && now.now?.block === block.block ? (block.minutes - known.minutes) * 60_000 : 0;
  return {
    ...now,
    blocks: { ...now.blocks, [block.block]: block },
    order: known ? now.order : [...now.order, block.block],
    now: now.now && { ...now.now, endsAt: now.now.endsAt + more },
  };
}

function placed(order: readonly Id[], block: Id, before: Id | null): Id[] {
  const others = order.filter(one => one !== block);
  const at = before === null ? others.length : others.indexOf(before);
  return [...others.slice(0, at), block, ...others.slice(at)];
}

function standing(now: SessionAgenda, id: Id, status: Block['status']): SessionAgenda {
  const block = now.blocks[id];
  return block ? { ...now, blocks: { ...now.blocks, [id]: { ...block, status } } } : now;
}

/** Of removed blocks some are kept, so that each can be restored for a while; those that took place are told in the report. */
function withoutOldest(now: SessionAgenda, newest: Id): SessionAgenda {
  const removed = now.order.filter(id => id !== newest && now.blocks[id]?.status === 'removed' && !now.taken[id]);
  if (removed.length < limits.removedBlocks) return now;
  const [gone = ''] = removed;
  const { [gone]: _, ...blocks } = now.blocks;
  return { ...now, blocks, order: now.order.filter(id => id !== gone) };
}

const switched = <Value>(of: { readonly [key: string]: Value | true }, key: string, on: boolean) => {
  const { [key]: _, ...others } = of;
  return (on ? { ...others, [key]: true } : others) as { readonly [key: string]: true };
};

type OfTime = Extract<AgendaFact, { kind: 'agenda.went' | 'agenda.returned' | 'agenda.extended' | 'agenda.stopped' }>;

/** With another block nobody has said yet that they are ready. */
function moved(agenda: SessionAgenda, { kind, data, at }: OfTime): SessionAgenda {
  const { now, before } = agenda;
  switch (kind) {
    case 'agenda.went':
      return {
        ...agenda,
        taken: now ? spent(agenda.taken, now.block, at - now.since) : agenda.taken,
        now: { block: data.block, since: at, endsAt: data.endsAt },
        before: now,
        ready: {},
      };
    case 'agenda.returned':
      if (!now || !before) return agenda;
      return {
        ...agenda,
        taken: spent(agenda.taken, before.block, before.since - now.since),
        now: before,
        before: null,
        ready: {},
      };
    case 'agenda.extended':
      return now ? { ...agenda, now: { ...now, endsAt: data.endsAt } } : agenda;
    case 'agenda.stopped':
      if (!now) return agenda;
      return { ...agenda, taken: spent(agenda.taken, now.block, at - now.since), now: null, before: null, ready: {} };
  }
}

const spent = (taken: SessionAgenda['taken'], block: Id, ms: number): SessionAgenda['taken'] => ({
  ...taken,
  [block]: (taken[block] ?? 0) + ms,
});

type OfItem = Extract<
  AgendaFact,
  { kind: 'agenda.parked' | 'agenda.unparked' | 'agenda.reparked' | 'agenda.settled' | 'agenda.carried' }
>;

function withItem(parked: SessionAgenda['parked'], { kind, data, at, actor }: OfItem): SessionAgenda['parked'] {
  const { item } = data;
  const found = parked[item];
  const put = (next: Parked) => ({ ...parked, [item]: next });
  if (kind === 'agenda.parked')
    return actor === 'engine' ? parked : put({ item, text: data.text, by: actor, at, status: 'parked', to: null });
  if (!found) return parked;
  switch (kind) {
    case 'agenda.unparked':
      return put({ ...found, status: 'withdrawn' });
    case 'agenda.reparked':
      return put({ ...found, status: 'parked' });
    case 'agenda.settled':
      return put({ ...found, status: data.on ? 'settled' : 'parked' });
    case 'agenda.carried':
      return put({ ...found, to: data.to });
  }
}
