import { isHost, type RuleContext, roomsOf } from '../../kernel/context.ts';
import type { PersonId, RoomId } from '../../kernel/ids.ts';
import { defineSlice, type FactOf } from '../../kernel/slice.ts';
import { decide, maySendAs } from './media.decide.ts';
import { evolve } from './media.evolve.ts';
import { facts, messages, refusals } from './media.messages.ts';
import { type Asked, type Media, mediaOf, namedIn, type RoomMedia } from './media.state.ts';

/**
 * What may be heard and seen in a room: what hosts stop and ask for, one shared screen, and who is in the spotlight.
 *
 * [V1] Hosts stop the microphone or camera of people in a room; stopping everybody leaves out the host who does it, and leaves hosts their cameras.
 * [V2] Only the owner opens a microphone or camera again that was stopped; nobody opens another person's.
 * [V3] Somebody is asked one thing at a time, and the ask ends when they open it, decline it, or are stopped.
 * [V4] What somebody is asked is shown to nobody but them.
 * [V5] At most one person shares a screen in a room.
 * [V6] Anybody who may send may share while nobody shares; after an offer only the person it was made to.
 * [V7] Somebody who may not share now waits in line, once and in order; a host takes over at once.
 * [V8] The person who shares hands over to somebody in line; the offer is held for a minute, then anybody may share.
 * [V9] At most two people of the room are in the spotlight, by a host's choice.
 * [V10] Somebody who has left a room, or may no longer send, has no share, wish, offer, spotlight, ask or stop in it.
 * [V11] There is none of this in a lobby.
 * [V12] Where a session's rule says so, whoever gets the floor is heard alone: the microphones of the others are stopped, those of hosts are not.
 */
export const media = defineSlice<Media>()({
  name: 'media',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  decide,
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
  // The spotlight asks nobody anything; somebody who is muted is no longer asked to speak.
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
    'sessions.moved': clear,
    'floor.given': hush,
  },
});

/** What an audience sees of the media of each room that it sees into. */
export type MediaView = { readonly [room: RoomId]: Omit<RoomMedia, 'asked'> };

/** What this person alone is asked. */
export type MediaOwn = { asked: ({ room: RoomId } & Asked) | null };

type MediaFact = FactOf<typeof facts>;

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

/** Stops the microphones of those who do not hold the floor, where the rule of the session wants that. */
function hush(
  state: Media,
  { data: { room, person, others } }: { data: { room: RoomId; person: PersonId; others: 'free' | 'muted' } },
  { peopleIn, roleIn }: RuleContext,
): MediaFact[] {
  if (others === 'free') return [];
  const { stopped } = mediaOf(state, room);
  const people = peopleIn(room).filter(one => {
    const role = roleIn(one, room);
    return one !== person && maySendAs(role) && !isHost(role) && !stopped[one]?.microphone;
  });
  return people.length > 0 ? [{ kind: 'media.stopped', data: { room, source: 'microphone', people } }] : [];
}

const offersIn = (state: Media) =>
  Object.entries(state).flatMap(([room, { screen }]) =>
    screen.status === 'offered' ? [{ room, person: screen.to, until: screen.until }] : [],
  );
