import { isHost, type RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId, sessionOf } from '../../kernel/ids.ts';
import type { Role } from '../../kernel/messages.ts';
import { accept, type Deciders, type Decision, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { FloorFact } from './floor.evolve.ts';
import type { messages, refusals, Way } from './floor.messages.ts';
import { given, isHere, weightsOf, withNext } from './floor.next.ts';
import { circleOf } from './floor.round.ts';
import { type Ask, type Floor, floorOf, type RoomFloor, roomOf, type SessionFloor, type Turn } from './floor.state.ts';

type Refusal = (typeof refusals)[number];
type Decided = Decision<FloorFact, Refusal>;

/** Where a command is carried out, and by whom; `next` adds what its facts lead to. */
type Here = {
  session: SessionFloor;
  room: RoomFloor;
  person: PersonId;
  context: RuleContext;
  next(...facts: FloorFact[]): Decided;
};

const inRoom =
  <Input extends { room: RoomId }>(decideIt: (here: Here, input: Input) => Decided) =>
  (state: Floor, input: Input, context: RuleContext): Decided => {
    const { actor } = context;
    if (isLobby(input.room) || actor === 'engine') return refuse('floor.not-here');
    const session = floorOf(state, sessionOf(input.room));
    const next = (...facts: FloorFact[]) => accept(...withNext(state, input.room, facts, context));
    return decideIt({ session, room: roomOf(session, input.room), person: actor.person, context, next }, input);
  };

/** What is done with the turn that goes on, and not with one that is over. */
const toTurn = <Input extends { room: RoomId; turn: number }>(
  decideIt: (here: Here & { holder: Turn }, input: Input) => Decided,
) =>
  inRoom<Input>((here, input) => {
    const { holder } = here.room;
    return holder?.turn === input.turn ? decideIt({ ...here, holder }, input) : refuse('floor.over');
  });

/** What is done with somebody's place in the queue. */
const toAsk = <Input extends { room: RoomId; item: string }>(
  decideIt: (here: Here & { ask: Ask }, input: Input) => Decided,
) =>
  inRoom<Input>((here, input) => {
    const ask = here.room.queue.find(({ item }) => item === input.item);
    return ask ? decideIt({ ...here, ask }, input) : refuse('floor.unknown');
  });

/** What each command leads to; the laws stand above the rules. */
export const decide: Deciders<Floor, typeof messages, FloorFact, Refusal> = {
  ask: inRoom(({ room, person, context, next }, input) => {
    const obstacle = obstacleToAsking(room, person, input);
    if (obstacle) return refuse(obstacle);
    const asked: FloorFact = { kind: 'floor.asked', data: { ...input, person, ...weightsOf(person, context) } };
    return next(asked, ...absence(input.room, person, null, context));
  }),
  withdraw: toAsk(({ ask, person }, { room, item }) =>
    ask.person === person ? accept({ kind: 'floor.withdrawn', data: { room, item } }) : refuse('floor.not-yours'),
  ),
  restore: inRoom(({ room, person, context, next }, { room: name, item }) => {
    const ask = room.left[person];
    if (ask?.item !== item) return refuse('floor.unknown');
    const obstacle = obstacleToAsking(room, person, ask);
    if (obstacle) return refuse(obstacle);
    const restored: FloorFact = { kind: 'floor.restored', data: { room: name, item } };
    return next(restored, ...absence(name, person, ask.away, context));
  }),

  done: toTurn(({ holder, person, next }, { room, turn }) =>
    holder.person === person
      ? next({ kind: 'floor.ended', data: { room, turn, reason: 'done' } })
      : refuse('floor.not-yours'),
  ),
  pass: toTurn(({ holder, person, next }, { room, turn }) => {
    if (holder.person !== person) return refuse('floor.not-yours');
    if (holder.as !== 'round') return refuse('floor.no-round');
    return next({ kind: 'floor.ended', data: { room, turn, reason: 'passed' } });
  }),
  give: inRoom(give),
  take: toTurn(({ next }, { room, turn }) => next({ kind: 'floor.ended', data: { room, turn, reason: 'taken' } })),
  extend: toTurn(({ holder }, input) => {
    if (holder.seconds === null) return refuse('floor.no-limit');
    const isOver = holder.seconds + input.seconds > limits.longestTurn * 2;
    return isOver ? refuse('floor.no-limit') : accept({ kind: 'floor.extended', data: input });
  }),
  skip: toAsk(({ room }, { room: name, item }) =>
    accept({ kind: 'floor.placed', data: { room: name, item, to: room.queue.length } }),
  ),
  place: toAsk((_, input) => accept({ kind: 'floor.placed', data: input })),

  begin: inRoom(begin),
  end: inRoom(({ room, next }, { room: name, round }) => {
    if (room.round?.round !== round) return refuse('floor.over');
    const finished: FloorFact = { kind: 'floor.finished', data: { room: name, round } };
    const { holder } = room;
    if (holder?.as !== 'round') return next(finished);
    return next(finished, { kind: 'floor.ended', data: { room: name, turn: holder.turn, reason: 'taken' } });
  }),
  rule: (state, input, context) => {
    const { rule, rooms } = floorOf(state, input.session);
    const { session: _, ...wanted } = input;
    const isSame = (Object.keys(wanted) as (keyof typeof wanted)[]).every(key => wanted[key] === rule[key]);
    if (isSame) return accept();
    // Where no host gives the floor any more, those who wait get it.
    const ruled: FloorFact[] = [{ kind: 'floor.ruled', data: input }];
    const facts = Object.keys(rooms).reduce((all, room) => withNext(state, room, all, context), ruled);
    return accept(...facts);
  },
};

/** Says that somebody is away, or is back, where that is not known of what they ask: a command may come after the word that its line is lost. */
function absence(room: RoomId, person: PersonId, away: number | null, { isConnected }: RuleContext): FloorFact[] {
  const on = !isConnected(person);
  return on === (away !== null) ? [] : [{ kind: 'floor.away', data: { room, person, on } }];
}

function obstacleToAsking(
  { queue, holder, left }: RoomFloor,
  person: PersonId,
  { item, as }: { item: string; as: Way },
): Refusal | null {
  const isUsed =
    queue.some(one => one.item === item) || Object.values(left).some(one => one.item === item && one.person !== person);
  if (isUsed) return 'floor.taken';
  if (queue.some(one => one.person === person && one.as === as)) return 'floor.asked-already';
  if (as !== 'reply') return holder?.person === person && as === 'turn' ? 'floor.yours-already' : null;
  // One reply to each turn, and none to a reply.
  const canReply = holder && holder.as !== 'reply' && holder.as !== 'process' && holder.person !== person;
  return canReply && !queue.some(one => one.as === 'reply') ? null : 'floor.no-reply';
}

function give(
  { session, room, context, next }: Here,
  { room: name, person }: { room: RoomId; person: PersonId },
): Decided {
  if (!isHere(name, person, context)) return refuse('floor.nobody');
  if (!maySpeakAs(context.roleIn(person, name))) return refuse('floor.cannot-speak');
  const { holder } = room;
  if (holder?.person === person) return refuse('floor.yours-already');
  const ask = room.queue.find(one => one.person === person);
  const grant = given(session, room, name, { person, as: ask?.as ?? 'host', item: ask?.item ?? null }, context);
  if (!holder) return next(grant);
  return next({ kind: 'floor.ended', data: { room: name, turn: holder.turn, reason: 'taken' } }, grant);
}

type Begin = {
  room: RoomId;
  round: string;
  order: 'random' | 'municipality' | 'seat';
  seed: number;
  seconds: number | null;
};

function begin({ room, context, next }: Here, input: Begin & { people: readonly PersonId[] }): Decided {
  const { room: name, round, order, seed, seconds, people } = input;
  if (room.round) return refuse('floor.round-already');
  const sits = new Set(context.peopleIn(name).filter(one => maySpeakAs(context.roleIn(one, name))));
  const named = people.filter(one => sits.has(one));
  // Those who host a round ask and listen; they speak in it when they are named.
  const all = people.length > 0 ? named : [...sits].filter(one => !isHost(context.roleIn(one, name)));
  const circle = circleOf(order, all, seed, one => context.groupsOf(one).municipality);
  if (circle.length === 0) return refuse('floor.nobody');
  return next({ kind: 'floor.began', data: { room: name, round, order, seconds, people: circle } });
}

/** Observers only listen; strangers are nobody. */
export const maySpeakAs = (role: Role | null): boolean => role !== null && role !== 'observer';
