import type { RuleContext } from '../../kernel/context.ts';
import { type PersonId, type RoomId, sessionOf } from '../../kernel/ids.ts';
import type { Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { evolve, type FloorFact } from './floor.evolve.ts';
import { orderOf, presentIn } from './floor.order.ts';
import { type Ask, type Floor, floorOf, type RoomFloor, roomOf, type SessionFloor, type Turn } from './floor.state.ts';

type Given = Extract<FloorFact, { kind: 'floor.given' }>;

/** These facts, and what they lead to in a room: who comes next gets the floor once it is free, and a round ends after its last. */
export function withNext(state: Floor, room: RoomId, facts: readonly FloorFact[], context: RuleContext): FloorFact[] {
  let now = after(state, facts, context);
  const all = [...facts];
  // Every step gives the floor, or takes one name out of a round: it ends.
  for (let next = nextIn(now, room, context); next; next = nextIn(now, room, context)) {
    all.push(next);
    now = after(now, [next], context);
  }
  return all;
}

/** The state after facts that are decided and not yet recorded. */
function after(state: Floor, facts: readonly FloorFact[], { now, actor }: RuleContext): Floor {
  const by = actor === 'engine' ? actor : actor.person;
  const recorded = facts.map(fact => ({ ...fact, v: 1, personal: null, seq: 0, at: now, actor: by }));
  return recorded.reduce((before, fact) => evolve(before, fact as Recorded<FloorFact>), state);
}

/** What happens next by itself in a room; null while somebody speaks, or where nobody comes next without a host's word. */
function nextIn(state: Floor, room: RoomId, context: RuleContext): FloorFact | null {
  const session = floorOf(state, sessionOf(room));
  const here = roomOf(session, room);
  if (here.holder) return null;
  const asked = session.rule.policy === 'hand' ? null : nextAsk(session, here);
  // A reply and a point of process come before the next one of a round.
  const isShort = asked !== null && asked.as !== 'turn';
  if (here.round && !isShort) return nextOfRound(session, here.round, here, room, context);
  if (!asked) return null;
  return given(session, here, room, { person: asked.person, as: asked.as, item: asked.item }, context);
}

function nextOfRound(
  session: SessionFloor,
  { round, waiting, seconds }: NonNullable<RoomFloor['round']>,
  here: RoomFloor,
  room: RoomId,
  context: RuleContext,
): FloorFact {
  const [person] = waiting;
  if (person === undefined) return { kind: 'floor.finished', data: { room, round } };
  if (!isHere(room, person, context)) return { kind: 'floor.missed', data: { room, person } };
  return given(session, here, room, { person, as: 'round', item: null, seconds }, context);
}

/** Who is served next of those who are here; null when none of them waits. */
export function nextAsk({ spoken, rule }: SessionFloor, { queue, last }: RoomFloor): Ask | null {
  return presentIn(orderOf(queue, { spoken, policy: rule.policy, last }))[0] ?? null;
}

type Grant = Pick<Turn, 'person' | 'as'> & { item: string | null; seconds?: number | null };

/** The fact that gives the floor to somebody. */
export function given(
  { rule }: SessionFloor,
  { turns }: RoomFloor,
  room: RoomId,
  { person, as, item, seconds }: Grant,
  context: RuleContext,
): Given {
  const isShort = as === 'reply' || as === 'process';
  const data = {
    ...{ room, person, as, item, turn: turns },
    seconds: isShort ? limits.replySeconds : (seconds ?? rule.cap),
    others: rule.others,
    ...weightsOf(person, context),
  };
  return { kind: 'floor.given', data };
}

/** What is kept of somebody who asks or speaks: their town, how long they were heard, and what their time counts for what they missed. */
export const weightsOf = (person: PersonId, { groupsOf, heardFor, absenceFactor }: RuleContext) => ({
  town: groupsOf(person).municipality,
  heard: Math.round(heardFor(person)),
  factor: absenceFactor(person),
});

/** True for somebody who sits in the room and whose connection is there. */
export const isHere = (room: RoomId, person: PersonId, { placeOf, isConnected }: RuleContext): boolean =>
  placeOf(person)?.room === room && isConnected(person);
