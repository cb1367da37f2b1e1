import { isHost, type RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId } from '../../kernel/ids.ts';
import { accept, type Deciders, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals, UserMediaSource } from './media.messages.ts';
import { type Media, mediaOf, type RoomMedia, sharerOf } from './media.state.ts';

type MediaFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];
type Actor = Exclude<RuleContext['actor'], 'engine'>;

/** Where a command is carried out: the media of its room, who acts, and how a fact names both. */
type Here = { now: RoomMedia; own: { room: RoomId; person: PersonId }; actor: Actor; context: RuleContext };

/** A command in a room that is no lobby, by somebody who may be in it. */
const inRoom =
  <Input extends { room: RoomId }>(decideIt: (here: Here, input: Input) => Decision<MediaFact, Refusal>) =>
  (state: Media, input: Input, context: RuleContext): Decision<MediaFact, Refusal> => {
    const { actor } = context;
    if (isLobby(input.room) || actor === 'engine') return refuse('media.lobby');
    const own = { room: input.room, person: actor.person };
    return decideIt({ now: mediaOf(state, input.room), own, actor, context }, input);
  };

/** What each command of the media slice leads to; the laws stand above the rules. */
export const decide: Deciders<Media, typeof messages, MediaFact, Refusal> = {
  stop: inRoom(({ now, actor, context }, input) => stop(now, input, actor, context)),

  start: inRoom(({ now, own }, { source }) => {
    const isStopped = now.stopped[own.person]?.[source] !== undefined;
    const isAnswer = now.asked[own.person]?.source === source;
    return isStopped || isAnswer ? accept({ kind: 'media.started', data: { ...own, source } }) : accept();
  }),

  ask: inRoom(({ now, own, context }, input) => {
    const { room, person, source } = input;
    if (person === own.person) return refuse('media.yourself');
    const obstacle = obstacleTo(room, [person], context);
    if (obstacle) return refuse(obstacle);
    return now.asked[person]?.source === source ? accept() : accept({ kind: 'media.asked', data: input });
  }),

  decline: inRoom(({ now, own }) => (now.asked[own.person] ? accept({ kind: 'media.declined', data: own }) : accept())),

  share: inRoom(({ now, own, context }) => share(now, own, isHost(context.roleIn(own.person, own.room)))),

  unshare: inRoom(({ now, own }) => {
    if (sharerOf(now) === own.person) return accept({ kind: 'media.unshared', data: own });
    if (now.screen.status === 'offered' && now.screen.to === own.person)
      return accept({ kind: 'media.lapsed', data: own });
    return now.screen.wanted.includes(own.person) ? accept({ kind: 'media.unwanted', data: own }) : accept();
  }),

  offer: inRoom(({ now, own, context }, { room, person }) => {
    if (sharerOf(now) !== own.person) return refuse('media.not-sharing');
    if (!now.screen.wanted.includes(person)) return refuse('media.not-waiting');
    return accept({ kind: 'media.offered', data: { room, person, until: context.now + limits.screenOffer } });
  }),

  spotlight: inRoom(({ now, context }, { room, people: named }) => {
    const people = [...new Set(named)];
    const obstacle = obstacleTo(room, people, context);
    if (obstacle) return refuse(obstacle);
    return people.join() === now.spotlight.join()
      ? accept()
      : accept({ kind: 'media.spotlit', data: { room, people } });
  }),
};

/** Why these people cannot be heard or seen in the room; null when they can. */
function obstacleTo(room: RoomId, people: readonly PersonId[], context: RuleContext): Refusal | null {
  if (!people.every(person => context.placeOf(person)?.room === room)) return 'media.not-in-room';
  return people.every(person => maySendAs(context.roleIn(person, room))) ? null : 'media.cannot-send';
}

/** Observers watch and listen; everybody else may speak and be seen. */
export const maySendAs = (role: ReturnType<RuleContext['roleOf']>): boolean => role !== null && role !== 'observer';

function stop(
  now: RoomMedia,
  { room, source, people }: { room: RoomId; source: UserMediaSource | 'screen'; people: 'all' | readonly PersonId[] },
  actor: Actor,
  context: RuleContext,
): Decision<MediaFact, Refusal> {
  const here = context.peopleIn(room);
  const named =
    people === 'all' ? here.filter(person => person !== actor.person) : here.filter(person => people.includes(person));
  if (people !== 'all' && named.length === 0) return refuse('media.not-in-room');
  if (source === 'screen') {
    const sharer = named.find(person => person === sharerOf(now));
    return sharer ? accept({ kind: 'media.unshared', data: { room, person: sharer } }) : accept();
  }
  const isSpared = (person: PersonId) =>
    people === 'all' && source === 'camera' && isHost(context.roleIn(person, room));
  const heard = named.filter(
    person => maySendAs(context.roleIn(person, room)) && !isSpared(person) && !now.stopped[person]?.[source],
  );
  return heard.length > 0 ? accept({ kind: 'media.stopped', data: { room, source, people: heard } }) : accept();
}

function share(
  { screen }: RoomMedia,
  own: { room: RoomId; person: PersonId },
  isTakenOver: boolean,
): Decision<MediaFact, Refusal> {
  const shared = { kind: 'media.shared' as const, data: own };
  if (screen.status === 'shared' && screen.person === own.person) return accept();
  if (screen.status === 'free' || (screen.status === 'offered' && screen.to === own.person)) return accept(shared);
  if (!isTakenOver) return screen.wanted.includes(own.person) ? accept() : accept({ kind: 'media.wanted', data: own });
  return screen.status === 'shared'
    ? accept<MediaFact>({ kind: 'media.unshared', data: { room: own.room, person: screen.person } }, shared)
    : accept<MediaFact>({ kind: 'media.lapsed', data: { room: own.room, person: screen.to } }, shared);
}
