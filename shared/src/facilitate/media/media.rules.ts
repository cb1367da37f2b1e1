import { isHost, type RuleContext, roomsOf } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId } from '../../kernel/ids.ts';
import { accept, type Decision, defineSlice, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { evolve } from './media.evolve.ts';
import { facts, messages, refusals, type UserMediaSource } from './media.messages.ts';
import { type Asked, type Media, mediaOf, namedIn, type RoomMedia, sharerOf } from './media.state.ts';

/**
 * What may be heard and seen in a room: what hosts stop and ask for, one shared screen, and who is in the light.
 *
 * [V1] Hosts stop the microphone or camera of people in a room; to stop all of them leaves out who says so, and leaves hosts their cameras.
 * [V2] Only its owner opens again what was stopped: nobody's microphone or camera is ever opened by others.
 * [V3] Somebody is asked one thing at a time, and the ask ends when they open it, decline it, or are stopped.
 * [V4] What somebody is asked is shown to nobody but them.
 * [V5] At most one person shares a screen in a room.
 * [V6] A screen that is free may be shared by anybody who may send, one that is offered only by whom it is offered to.
 * [V7] Who may not share now waits in line, once and in order; a host takes over at once.
 * [V8] Who shares hands over to somebody in line; the offer is held for a minute, then the screen is free.
 * [V9] At most two people of the room are in the light, by a host's choice.
 * [V10] Who has left a room, or may no longer send, is in nothing of it: no share, wish, offer, light, ask or stop.
 * [V11] There is none of this in a lobby.
 */
export const media = defineSlice<Media>()({
  name: 'media',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  decide(state, command, context): Decision<MediaFact, Refusal> {
    const { actor } = context;
    const { room } = command.input;
    if (isLobby(room) || actor === 'engine') return refuse('media.lobby');
    const now = mediaOf(state, room);
    const own = { room, person: actor.person };
    switch (command.name) {
      case 'stop':
        return stop(now, command.input, actor, context);
      case 'start': {
        const { source } = command.input;
        const isStopped = now.stopped[actor.person]?.[source] !== undefined;
        const isAnswer = now.asked[actor.person]?.source === source;
        return isStopped || isAnswer ? accept({ kind: 'media.started', data: { ...own, source } }) : accept();
      }
      case 'ask': {
        const { person, source } = command.input;
        if (person === actor.person) return refuse('media.yourself');
        const obstacle = obstacleTo(room, [person], context);
        if (obstacle) return refuse(obstacle);
        return now.asked[person]?.source === source ? accept() : accept({ kind: 'media.asked', data: command.input });
      }
      case 'decline':
        return now.asked[actor.person] ? accept({ kind: 'media.declined', data: own }) : accept();
      case 'share':
        return share(now, own, isHost(context.roleIn(actor.person, room)));
      case 'unshare': {
        if (sharerOf(now) === actor.person) return accept({ kind: 'media.unshared', data: own });
        if (now.screen.status === 'offered' && now.screen.to === actor.person)
          return accept({ kind: 'media.lapsed', data: own });
        return now.screen.wanted.includes(actor.person) ? accept({ kind: 'media.unwanted', data: own }) : accept();
      }
      case 'offer': {
        const { person } = command.input;
        if (sharerOf(now) !== actor.person) return refuse('media.not-sharing');
        if (!now.screen.wanted.includes(person)) return refuse('media.not-waiting');
        return accept({ kind: 'media.offered', data: { room, person, until: context.now + limits.screenOffer } });
      }
      case 'spotlight': {
        const people = [...new Set(command.input.people)];
        const obstacle = obstacleTo(room, people, context);
        if (obstacle) return refuse(obstacle);
        return people.join() === now.spotlight.join()
          ? accept()
          : accept({ kind: 'media.spotlit', data: { room, people } });
      }
    }
  },
  evolve,
  view: (state, audience): MediaView =>
    Object.fromEntries(
      roomsOf(audience).map(room => {
        const { asked: _, ...shown } = mediaOf(state, room);
        return [room, shown];
      }),
    ),
  own: (state, person): MediaOwn => {
    const found = Object.entries(state).find(([, { asked }]) => asked[person]);
    const asked = found?.[1].asked[person];
    return { asked: found && asked ? { room: found[0], ...asked } : null };
  },
  // Nobody is asked anything by the light; whoever is silenced is asked no more.
  concerns: ({ data }) => ('person' in data ? [data.person] : data.people),
  urgent: [
    'media.stopped',
    'media.started',
    'media.asked',
    'media.shared',
    'media.unshared',
    'media.wanted',
    'media.offered',
    'media.lapsed',
    'media.spotlit',
  ],
  deadline: state => {
    const due = offersIn(state).map(({ until }) => until);
    return due.length > 0 ? Math.min(...due) : null;
  },
  tick: (state, { now }) =>
    offersIn(state)
      .filter(({ until }) => until <= now)
      .map(({ room, person }) => ({ kind: 'media.lapsed', data: { room, person } })),
  follow: {
    'people.edited': clear,
    'people.removed': clear,
    'sessions.entered': clear,
    'sessions.admitted': clear,
    'sessions.left': clear,
    'sessions.appointed': clear,
  },
});

/** What is told of the rules for the streams of each room that one sees into. */
export type MediaView = { readonly [room: RoomId]: Omit<RoomMedia, 'asked'> };

/** What this person alone is asked. */
export type MediaOwn = { asked: ({ room: RoomId } & Asked) | null };

type MediaFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];
type Actor = Exclude<RuleContext['actor'], 'engine'>;

/** Why these people cannot be heard or seen in the room; null when they can. */
function obstacleTo(room: RoomId, people: readonly PersonId[], context: RuleContext): Refusal | null {
  if (!people.every(person => context.placeOf(person)?.room === room)) return 'media.not-in-room';
  return people.every(person => maySendAs(context.roleIn(person, room))) ? null : 'media.cannot-send';
}

/** Takes somebody out of every room where they no longer sit or may no longer send. */
function clear(
  state: Media,
  { data: { person } }: { data: { person: PersonId } },
  { placeOf, roleIn }: RuleContext,
): MediaFact[] {
  return Object.entries(state)
    .filter(([, now]) => namedIn(now).includes(person))
    .filter(([room]) => placeOf(person)?.room !== room || !maySendAs(roleIn(person, room)))
    .map(([room]) => ({ kind: 'media.cleared', data: { room, person } }));
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

const offersIn = (state: Media) =>
  Object.entries(state).flatMap(([room, { screen }]) =>
    screen.status === 'offered' ? [{ room, person: screen.to, until: screen.until }] : [],
  );
