import type { PersonId, RoomId } from '../../kernel/ids.ts';
import type { UserMediaSource } from './media.messages.ts';

/** Who shows their screen to a room, or may do so next; `wanted` is the line of those who asked, first come first. */
export type Screen = { wanted: readonly PersonId[] } & (
  | { status: 'free' }
  | { status: 'shared'; person: PersonId; since: number }
  | { status: 'offered'; to: PersonId; until: number }
);

export type Asked = { source: UserMediaSource; by: PersonId | 'engine'; at: number };

/** What the rules know of a room's streams: what hosts have stopped and asked for, the screen, and who is in the spotlight. */
export type RoomMedia = {
  stopped: { readonly [person: PersonId]: { readonly [source in UserMediaSource]?: true } };
  asked: { readonly [person: PersonId]: Asked };
  screen: Screen;
  spotlight: readonly PersonId[];
};

/** Rooms in which nothing is stopped, asked, shared, wanted or in the spotlight are not in the state. */
export type Media = { readonly [room: RoomId]: RoomMedia };

export const quiet: RoomMedia = {
  stopped: {},
  asked: {},
  screen: { status: 'free', wanted: [] },
  spotlight: [],
};

/** The media of a room; of one that is not in the state, nothing is stopped, asked or shared. */
export const mediaOf = (state: Media, room: RoomId): RoomMedia => state[room] ?? quiet;

/** True when the state need not keep a room. */
export const isQuiet = ({ stopped, asked, screen, spotlight }: RoomMedia): boolean =>
  Object.keys(stopped).length === 0 &&
  Object.keys(asked).length === 0 &&
  screen.status === 'free' &&
  screen.wanted.length === 0 &&
  spotlight.length === 0;

/** True when the rules let this stream of somebody in the room through ([V1], [V6]). */
export function isOpenTo(media: RoomMedia, person: PersonId, source: UserMediaSource | 'screen'): boolean {
  if (source === 'screen') return sharerOf(media) === person;
  return media.stopped[person]?.[source] === undefined;
}

/** Who shows their screen; null while nobody does. */
export const sharerOf = ({ screen }: Pick<RoomMedia, 'screen'>): PersonId | null =>
  screen.status === 'shared' ? screen.person : null;

/** Everybody whom the state of a room names. */
export function namedIn({ stopped, asked, screen, spotlight }: RoomMedia): PersonId[] {
  const holder = screen.status === 'shared' ? [screen.person] : screen.status === 'offered' ? [screen.to] : [];
  return [...Object.keys(stopped), ...Object.keys(asked), ...holder, ...screen.wanted, ...spotlight];
}
