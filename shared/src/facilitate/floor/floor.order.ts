import { groupedBy } from '../../kernel/grouped.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Policy } from './floor.messages.ts';
import type { Ask, RoomFloor, SessionFloor, Spoken } from './floor.state.ts';

/**
 * The weights of the deficit order: who waits is served by the smallest d - lambda * w, where d is what they have spoken in
 * seconds, plus alpha times what their town has spoken, plus beta for who spoke last, and w the seconds that they have waited.
 * It is the deficit round robin of queueing (Shreedhar and Varghese, 1996) with an aging term: lambda above 0 bounds the wait.
 */
export const weights = { lambda: 0.5, alpha: 1, beta: 30 } as const;

/** Who waits, and what decides their place. */
export type Waiting = Pick<Ask, 'item' | 'person' | 'as' | 'at' | 'placed'>;

/** What the order knows of a room and its session. */
export type Standing = Pick<SessionFloor, 'spoken'> & Pick<RoomFloor, 'last'> & { policy: Policy };

/** Seconds that somebody has spoken, corrected for the time that they missed: the larger of what they held the floor and what was heard of them. */
export const spokenBy = (spoken: Spoken | undefined): number =>
  spoken ? (Math.max(spoken.held, spoken.heard) / 1_000) * spoken.factor : 0;

/**
 * Who waits, in the order in which they are served: a reply first, then points of process, then turns by the policy. Whom a host has
 * placed stands at that place, and the others around them. As all wait equally long from one instant to the next, the order
 * does not depend on the time: d + lambda * (when they asked) orders as d - lambda * (how long they wait) does.
 */
export function orderOf<One extends Waiting>(queue: readonly One[], standing: Standing): One[] {
  const keys = keysOf(queue, standing);
  const free = queue
    .filter(({ placed }) => placed === null)
    .map((one, at) => ({ one, at, first: precedence[one.as], key: keys.get(one.item) ?? 0 }))
    .sort((a, b) => a.first - b.first || a.key - b.key || a.at - b.at)
    .map(({ one }) => one);
  const placed = queue
    .filter(one => one.placed !== null)
    .map((one, at) => ({ one, at, place: one.placed ?? 0 }))
    .sort((a, b) => a.place - b.place || b.at - a.at);
  for (const { one, place } of placed) free.splice(place, 0, one);
  return free;
}

const precedence: Record<Ask['as'], number> = { reply: 0, process: 1, turn: 2 };

/** For each item, what it is ordered by within its way of asking, in seconds. */
function keysOf(queue: readonly Waiting[], { policy, spoken, last }: Standing): ReadonlyMap<string, number> {
  const isByTime = policy === 'first-come' || policy === 'hand';
  const towns = policy === 'municipality' ? spokenByTown(spoken) : new Map<string, number>();
  const keyOf = ({ person, as, at }: Waiting): number => {
    if (isByTime || as !== 'turn') return at;
    const own = spoken[person];
    const town = own?.town ? (towns.get(own.town) ?? 0) : 0;
    const deficit = spokenBy(own) + weights.alpha * town + (person === last ? weights.beta : 0);
    return deficit + (weights.lambda * at) / 1_000;
  };
  return new Map(queue.map(one => [one.item, keyOf(one)]));
}

function spokenByTown(spoken: SessionFloor['spoken']): Map<string, number> {
  const byTown = groupedBy(Object.values(spoken), ({ town }) => town ?? '');
  return new Map([...byTown].map(([town, all]) => [town, all.reduce((sum, one) => sum + spokenBy(one), 0)]));
}

/** Why somebody stands where they do: how many are ahead of them because they asked earlier, have been heard less though they asked later, go before turns, or by a host's word. */
export type Reason = { earlier: number; less: number; first: number; hosts: number };

/** The place of somebody in what is already in order, counted from 0, and its reason; null for who does not wait. It is told from order and time alone, so that nobody's numbers are told. */
export function placeOf(order: readonly Waiting[], item: string): { place: number; reason: Reason } | null {
  const place = order.findIndex(one => one.item === item);
  const own = order[place];
  if (!own) return null;
  const reason = { earlier: 0, less: 0, first: 0, hosts: 0 };
  for (const one of order.slice(0, place)) {
    if (one.placed !== null || own.placed !== null) reason.hosts += 1;
    else if (precedence[one.as] < precedence[own.as]) reason.first += 1;
    else if (one.at <= own.at) reason.earlier += 1;
    else reason.less += 1;
  }
  return { place, reason };
}

/** The people whom the order serves now: those who are here, each with everything that they ask. */
export const presentIn = <One extends { away: number | null; person: PersonId }>(order: readonly One[]): One[] =>
  order.filter(({ away }) => away === null);
