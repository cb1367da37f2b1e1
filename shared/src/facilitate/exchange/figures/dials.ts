import type { PersonId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import type { RoomExchange } from '../exchange.state.ts';
import { evennessOf } from './evenness.ts';
import { coverageOf, pairsOf } from './exposure.ts';
import { knownTo, type Lack, lackOf, rounded, voicesOf } from './told.ts';

/**
 * The four dials of a room (features 5.3): evenness of voice, share of voices heard in any way, share of pairs of towns that
 * heard each other both ways, hosts' share of speech. Seconds of window and speech. A dial is null where there is too little
 * for it; `lack` says why, where that is so for all.
 */
export type Dials = {
  n: number;
  window: number;
  speech: number;
  heard: number;
  lack: Lack | null;
  evenness: number | null;
  reachAny: number | null;
  bothWays: number | null;
  hostShare: number | null;
};

const known = new WeakMap<RoomExchange, Dials>();

/** The dials of a room, told from its sums; they are the figures of that room. The same object for the same room. */
export function dialsOf(room: RoomExchange): Dials {
  const found = known.get(room) ?? told(room);
  known.set(room, found);
  return found;
}

function told(room: RoomExchange): Dials {
  const until = knownTo(room);
  const stays = room.seats.map(seat => ({ ...seat, room: '', to: seat.to ?? Math.max(until, seat.from) }));
  const { spoken, hostMs, heard } = room.speech;
  const { windowMs, voices } = voicesOf(stays, new Map(Object.entries(spoken)));
  const allMs = Object.values(spoken).reduce((sum, ms) => sum + ms, hostMs);
  const isHeard = ({ person, ms }: { person: PersonId; ms: number }) =>
    ms >= limits.heardFor || room.wrote[person] === true;
  const counted = {
    n: voices.length,
    window: windowMs / 1_000,
    speech: allMs / 1_000,
    heard: voices.filter(isHeard).length,
  };
  const lack = lackOf(voices.length, allMs);
  if (lack) return { ...counted, lack, evenness: null, reachAny: null, bothWays: null, hostShare: null };
  const towns = [...new Set(voices.flatMap(({ of }) => of.municipality ?? []))].sort();
  const { both } = coverageOf(towns, (a, b) => heard[a]?.[b] ?? 0);
  return {
    ...counted,
    lack,
    evenness: evennessOf(voices.map(({ ms }) => ms)).evenness,
    reachAny: rounded(counted.heard / voices.length),
    bothWays: towns.length > 1 ? rounded(both / pairsOf(towns.length)) : null,
    hostShare: rounded(hostMs / allMs),
  };
}
