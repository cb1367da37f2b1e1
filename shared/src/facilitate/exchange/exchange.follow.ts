import type { RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, plenaryOf, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { Fact, FactOf, Followers, Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { seatFact, stratumOf } from './exchange.decide.ts';
import type { Channel, facts } from './exchange.messages.ts';
import { type Exchange, exchangeIn, isMeasured, roomOf, seatIn } from './exchange.state.ts';
import { longSpeaking, nudgeIn } from './nudges.ts';

type ExchangeFact = FactOf<typeof facts>;

/** What other slices' facts mean for the exchange: who is where, who took part in writing, and who replied to whom. */
export const follow: Followers<Exchange, ExchangeFact> = {
  'exchange.spoken': (state, { data: { room, runs } }, { now }) =>
    longSpeaking(exchangeIn(state, sessionOf(room)), room, [...new Set(runs.map(({ person }) => person))], now).map(
      person => nudgeIn(room, person, 'speaking'),
    ),

  'sessions.entered': (state, { data: { person, room } }, context) => seating(state, person, room, context),
  'sessions.admitted': (state, { data: { session, person } }, context) =>
    seating(state, person, plenaryOf(session), context),
  'sessions.moved': (state, { data: { person, room } }, context) => seating(state, person, room, context),
  'sessions.lost': (state, { data: { session, person } }) => leaving(state, session, person),
  'sessions.regained': (state, { data: { person } }, context) => {
    const place = context.placeOf(person);
    return place ? seating(state, person, place.room, context) : [];
  },
  'sessions.left': (state, { data: { session, person, reason } }) =>
    reason === 'closed' ? [] : leaving(state, session, person),
  'sessions.closed': (state, { data: { session } }) =>
    Object.keys(exchangeIn(state, session).rooms).length > 0 ? [{ kind: 'exchange.closed', data: { session } }] : [],
  'sessions.appointed': (state, { data: { session, person } }, context) => reseating(state, session, person, context),
  'people.edited': (state, { data: { person } }, context) => {
    const place = context.placeOf(person);
    return place ? reseating(state, place.session, person, context) : [];
  },

  'chat.said': (state, { actor, data: { room, replyTo } }, context) => [
    ...contributing(state, actor, room, 'chat', context),
    ...(replyTo ? replying(state, actor, room, replyTo, context) : []),
  ],
  'chat.reacted': (state, { actor, data: { room, message, on } }, context) =>
    on ? replying(state, actor, room, message, context) : [],
  'questions.asked': (state, { actor, data: { room, names } }, context) =>
    names === 'named' ? contributing(state, actor, room, 'questions', context) : [],
  'questions.supported': (state, { actor, data: { room, question, on } }, context) =>
    on ? replying(state, actor, room, question, context) : [],
  'polls.voted': (state, { data: { run, person, of } }, context) =>
    context.namesVoters(run) ? contributing(state, person, of.room, 'polls', context) : [],
  'notes.created': (state, { data: { room, document, by } }, context) =>
    document === 'notes' && by ? contributing(state, by, room, 'notes', context) : [],
  'board.written': (state, { data: { room, people } }, context) =>
    people.flatMap(person => contributing(state, person, room, 'board', context)),
  'board.revealed': (state, { data: { room, people } }, context) =>
    people.flatMap(person => contributing(state, person, room, 'board', context)),
};

/** Somebody is in a room from now on; with a lost connection, as soon as it comes back. */
function seating(state: Exchange, person: PersonId, room: RoomId, context: RuleContext): ExchangeFact[] {
  const session = sessionOf(room);
  if (!isMeasured(state, session) || !context.isConnected(person)) return [];
  const seat = seatFact(person, room, context);
  return seat.length > 0 ? seat : leaving(state, session, person);
}

const leaving = (state: Exchange, session: SessionId, person: PersonId): ExchangeFact[] =>
  exchangeIn(state, session).places[person] ? [{ kind: 'exchange.seated', data: { session, person, at: null } }] : [];

/** Somebody's role or town may be another now. */
function reseating(state: Exchange, session: SessionId, person: PersonId, context: RuleContext): ExchangeFact[] {
  const measured = exchangeIn(state, session);
  const place = measured.places[person];
  const now = context.placeOf(person);
  if (!now || isLobby(now.room) || now.session !== session || !isMeasured(state, session)) return [];
  const seat = place && seatIn(roomOf(measured, place.room), person);
  const [next] = seatFact(person, now.room, context);
  const isSame = next?.data.at?.as === seat?.as && (!seat || next?.data.at?.of.municipality === seat.of.municipality);
  return isSame ? [] : seating(state, person, now.room, context);
}

function contributing(
  state: Exchange,
  person: Recorded<Fact>['actor'],
  room: RoomId,
  channel: Channel,
  { now, roleIn, isOpenRoom }: RuleContext,
): ExchangeFact[] {
  if (person === 'engine' || isLobby(room) || !isOpenRoom(room) || !isMeasured(state, sessionOf(room))) return [];
  if (stratumOf(roleIn(person, room)) !== 'voice') return [];
  const last = exchangeIn(state, sessionOf(room)).latest[person]?.[channel];
  if (last && last.room === room && now - last.at < limits.contributionPause) return [];
  return [{ kind: 'exchange.contributed', data: { person, room, channel } }];
}

function replying(
  state: Exchange,
  person: Recorded<Fact>['actor'],
  room: RoomId,
  artefact: string,
  { authorOf, roleIn, isOpenRoom }: RuleContext,
): ExchangeFact[] {
  const author = authorOf(room, artefact);
  const isBetween = person !== 'engine' && author !== null && author !== person && isOpenRoom(room) && !isLobby(room);
  if (!isBetween || !isMeasured(state, sessionOf(room))) return [];
  const areVoices = [person, author].every(one => stratumOf(roleIn(one, room)) === 'voice');
  return areVoices ? [{ kind: 'exchange.replied', data: { room, person, author } }] : [];
}
