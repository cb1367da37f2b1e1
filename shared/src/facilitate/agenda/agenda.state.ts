import type { Id, PersonId, SessionId } from '../../kernel/ids.ts';
import type { BlockInput } from './block.ts';
import type { Planned } from './clock.ts';

/** A block as it is planned; a removed one keeps its place for as long as it can be restored. */
export type Block = Omit<BlockInput, 'session'> & { status: 'kept' | 'removed' };

/** The block that goes on: since when and until when, ms since the epoch. */
export type Stay = { block: Id; since: number; endsAt: number };

/** Something put aside. Carried, it has its time in a block `to` come; what was `withdrawn` is seen by nobody. */
export type Parked = {
  item: Id;
  text: string;
  by: PersonId;
  at: number;
  status: 'parked' | 'settled' | 'withdrawn';
  to: { session: SessionId; block: Id } | null;
};

/** The agenda of one session. */
export type SessionAgenda = {
  blocks: { readonly [block: Id]: Block };
  /** Every block in its order, removed ones among them. */
  order: readonly Id[];
  now: Stay | null;
  /** What went on before, as long as the move on can be taken back. */
  before: Stay | null;
  /** How long each block has gone on in ms, the present stay not counted. */
  taken: { readonly [block: Id]: number };
  /** Who says that the room can move on from the block that goes on. */
  ready: { readonly [person: PersonId]: true };
  parked: { readonly [item: Id]: Parked };
};

export type Agenda = { readonly [session: SessionId]: SessionAgenda };

const none: SessionAgenda = { blocks: {}, order: [], now: null, before: null, taken: {}, ready: {}, parked: {} };

/** The agenda of a session; an empty one before anything is planned. */
export const agendaIn = (state: Agenda, session: SessionId): SessionAgenda => state[session] ?? none;

/** The blocks that take place, in their order. */
export const keptIn = ({ blocks, order }: Pick<SessionAgenda, 'blocks' | 'order'>): Block[] =>
  order.flatMap(id => {
    const block = blocks[id];
    return block?.status === 'kept' ? [block] : [];
  });

/** The blocks after this one, with their planned minutes. */
export function aheadOf(agenda: Pick<SessionAgenda, 'blocks' | 'order'>, block: Id): Planned[] {
  const kept = keptIn(agenda);
  return kept.slice(kept.findIndex(one => one.block === block) + 1).map(plannedOf);
}

/** A block's length as the clock reads it. */
export const plannedOf = ({ block, minutes }: Block): Planned => ({ block, minutes });
