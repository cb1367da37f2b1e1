import { without } from '../../kernel/entries.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import type { facts, UserMediaSource } from './media.messages.ts';
import { isQuiet, type Media, mediaOf, type RoomMedia, type Screen } from './media.state.ts';

type MediaFact = Recorded<FactOf<typeof facts>>;

/** The state of the rooms' streams after one more fact. */
export function evolve(state: Media, fact: MediaFact): Media {
  const { room } = fact.data;
  const before = mediaOf(state, room);
  const after = inRoom(before, fact);
  if (after === before) return state;
  return isQuiet(after) ? without(state, room) : { ...state, [room]: after };
}

function inRoom(media: RoomMedia, fact: MediaFact): RoomMedia {
  const { screen } = media;
  switch (fact.kind) {
    case 'media.stopped':
      return fact.data.people.reduce((now, person) => stopped(now, person, fact.data.source), media);
    case 'media.started': {
      const { person, source } = fact.data;
      return started(media, person, source);
    }
    case 'media.asked': {
      const { person, source } = fact.data;
      return { ...media, asked: { ...media.asked, [person]: { source, by: fact.actor, at: fact.at } } };
    }
    case 'media.declined':
      return { ...media, asked: without(media.asked, fact.data.person) };
    case 'media.shared': {
      const { person } = fact.data;
      return withScreen(media, { ...waiting(screen, person), status: 'shared', person, since: fact.at });
    }
    case 'media.unshared':
    case 'media.lapsed':
      return holds(screen, fact.data.person) ? withScreen(media, { status: 'free', wanted: screen.wanted }) : media;
    case 'media.wanted':
      return withScreen(media, { ...screen, wanted: [...screen.wanted, fact.data.person] });
    case 'media.unwanted':
      return withScreen(media, { ...screen, ...waiting(screen, fact.data.person) });
    case 'media.offered': {
      const { person: to, until } = fact.data;
      return withScreen(media, { ...waiting(screen, to), status: 'offered', to, until });
    }
    case 'media.spotlit':
      return { ...media, spotlight: fact.data.people };
    case 'media.cleared':
      return cleared(media, fact.data.person);
  }
}

const withScreen = (media: RoomMedia, screen: Screen): RoomMedia => ({ ...media, screen });

const waiting = ({ wanted }: Screen, besides: PersonId) => ({ wanted: wanted.filter(person => person !== besides) });

const holds = (screen: Screen, person: PersonId): boolean =>
  (screen.status === 'shared' && screen.person === person) || (screen.status === 'offered' && screen.to === person);

// Somebody who has just been muted is no longer asked to speak.
function stopped(media: RoomMedia, person: PersonId, source: UserMediaSource): RoomMedia {
  const asked = media.asked[person]?.source === source ? without(media.asked, person) : media.asked;
  return { ...media, asked, stopped: { ...media.stopped, [person]: { ...media.stopped[person], [source]: true } } };
}

function started(media: RoomMedia, person: PersonId, source: UserMediaSource): RoomMedia {
  const { [source]: _, ...rest } = media.stopped[person] ?? {};
  const others = without(media.stopped, person);
  return {
    ...media,
    stopped: Object.keys(rest).length > 0 ? { ...others, [person]: rest } : others,
    asked: media.asked[person]?.source === source ? without(media.asked, person) : media.asked,
  };
}

function cleared(media: RoomMedia, person: PersonId): RoomMedia {
  const wanted = waiting(media.screen, person);
  return {
    stopped: without(media.stopped, person),
    asked: without(media.asked, person),
    screen: holds(media.screen, person) ? { ...wanted, status: 'free' } : { ...media.screen, ...wanted },
    spotlight: media.spotlight.filter(lit => lit !== person),
  };
}
