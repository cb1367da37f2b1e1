import {
  append,
  type Chunked,
  emptyList,
  firstIndex,
  indexOf,
  itemAt,
  itemsOf,
  replaceAt,
  sizeOf,
} from '../../kernel/chunked.ts';
import { type Id, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { reactions } from './chat.messages.ts';

export type Reaction = (typeof reactions)[number];

/** `to` is a room, or `all` for an announcement. A removed message keeps its place and shows no text. */
export type Message = {
  message: Id;
  seq: number;
  at: number;
  author: PersonId;
  to: RoomId | 'all';
  replyTo?: Id | undefined;
  reactions: { readonly [reaction in Reaction]?: readonly PersonId[] };
} & ({ status: 'said'; text: string } | { status: 'removed'; text: string; removedBy: PersonId });

/** The messages that have changed last, by their positions in the log: where each stands, and where its last change does. */
export type Changes = {
  list: readonly { message: number; change: number }[];
  /** The newest change that the list no longer holds; 0 while it holds all. */
  since: number;
};

/** What was said to one room, or to all, in the order of the log, and what has changed of it. */
export type Channel = { messages: Chunked<Message>; changes: Changes };

/** What was said in a session. Once it is closed nobody can read it there any more: the log keeps the words, the state their number. */
export type Talk =
  | { status: 'open'; channels: { readonly [to in RoomId | 'all']?: Channel } }
  | { status: 'closed'; said: number };

export type Chat = { readonly [session: SessionId]: Talk };

const none: Changes = { list: [], since: 0 };
const silent: Channel = { messages: emptyList, changes: none };

const idOf = ({ message }: Message): Id => message;
const channelsOf = (talk: Talk | undefined) => (talk?.status === 'open' ? talk.channels : {});
const channelOf = (state: Chat, to: RoomId | 'all', session: SessionId): Channel =>
  channelsOf(state[session])[to] ?? silent;

/** True when a message of this id was said anywhere in a session. */
export const isTaken = (state: Chat, session: SessionId, message: Id): boolean =>
  Object.values(channelsOf(state[session])).some(
    channel => channel !== undefined && indexOf(channel.messages, message, idOf) >= 0,
  );

type Found = { message: Message; channel: Channel; index: number };

function locate(state: Chat, room: RoomId, message: Id): Found | null {
  for (const to of [room, 'all'] as const) {
    const channel = channelOf(state, to, sessionOf(room));
    const index = indexOf(channel.messages, message, idOf);
    const found = itemAt(channel.messages, index);
    if (index >= 0 && found) return { message: found, channel, index };
  }
  return null;
}

/** A message that a room can see. */
export const find = (state: Chat, room: RoomId, message: Id): Message | undefined =>
  locate(state, room, message)?.message;

/** Who wrote a message that a room can see; null where there is none. */
export const authorOf = (state: Chat, room: RoomId, message: Id): PersonId | null =>
  find(state, room, message)?.author ?? null;

/** The state with one more message. */
export function withMessage(state: Chat, session: SessionId, message: Message): Chat {
  const channel = channelOf(state, message.to, session);
  return withChannel(state, session, message.to, { ...channel, messages: append(channel.messages, message) });
}

/** The state with a message that a room can see as it is after a change at a position of the log. */
export function withChange(
  state: Chat,
  { room, message, change }: { room: RoomId; message: Id; change: number },
  into: (message: Message) => Message,
): Chat {
  const found = locate(state, room, message);
  if (!found) return state;
  const { messages, changes } = found.channel;
  return withChannel(state, sessionOf(room), found.message.to, {
    messages: replaceAt(messages, found.index, into(found.message)),
    changes: addChange(changes, found.message.seq, change),
  });
}

const withChannel = (state: Chat, session: SessionId, to: RoomId | 'all', channel: Channel): Chat => ({
  ...state,
  [session]: { status: 'open', channels: { ...channelsOf(state[session]), [to]: channel } },
});

/** How many messages of a session are not removed. */
export const saidIn = (talk: Talk | undefined): number => {
  if (talk?.status === 'closed') return talk.said;
  let said = 0;
  for (const channel of Object.values(channelsOf(talk)))
    for (const { status } of itemsOf(channel?.messages ?? emptyList)) if (status === 'said') said += 1;
  return said;
};

/** The messages a room has seen, up to `before`, at most one page, oldest first. */
export function page(
  state: Chat,
  room: RoomId,
  before = Number.POSITIVE_INFINITY,
): { messages: Message[]; more: boolean } {
  const newest = (['all', room] as const).flatMap(to => {
    const { messages } = channelOf(state, to, sessionOf(room));
    const end =
      before === Number.POSITIVE_INFINITY ? sizeOf(messages) : firstIndex(messages, ({ seq }) => seq >= before);
    // One more than a page, to know whether there is more.
    return slice(messages, Math.max(0, end - limits.chatPage - 1), end);
  });
  newest.sort((a, b) => a.seq - b.seq);
  return { messages: newest.slice(-limits.chatPage), more: newest.length > limits.chatPage };
}

const slice = (messages: Chunked<Message>, from: number, to: number): Message[] =>
  Array.from({ length: to - from }, (_, at) => itemAt(messages, from + at)).filter(message => message !== undefined);

/** The newest announcement of a session that is not removed; null while there is none. */
export function announcedIn(state: Chat, session: SessionId): Message | null {
  const { messages } = channelOf(state, 'all', session);
  for (let at = sizeOf(messages) - 1; at >= 0; at -= 1) {
    const message = itemAt(messages, at);
    if (message?.status === 'said') return message;
  }
  return null;
}

/** The changes with one more; of each message the last alone is kept, of all the newest. */
function addChange({ list, since }: Changes, message: number, change: number): Changes {
  return newest([...list.filter(one => one.message !== message), { message, change }], since);
}

/**
 * The last changes of what a room has seen: the messages before the position `before` as they are now, oldest first, and
 * `latest`, the position of the newest change of all. What changed after `since` is all there.
 */
export function changesBefore(
  state: Chat,
  room: RoomId,
  before: number,
): { messages: Message[]; since: number; latest: number } {
  const session = sessionOf(room);
  const [own, forAll] = [channelOf(state, room, session), channelOf(state, 'all', session)];
  const all = [...own.changes.list, ...forAll.changes.list].sort((a, b) => a.change - b.change);
  const { list, since } = newest(all, Math.max(own.changes.since, forAll.changes.since));
  const positions = list.map(({ message }) => message).filter(message => message < before);
  return {
    messages: positions
      .sort((a, b) => a - b)
      .flatMap(position => at(own.messages, position) ?? at(forAll.messages, position) ?? []),
    since,
    latest: all.at(-1)?.change ?? 0,
  };
}

function newest(list: Changes['list'], since: number): Changes {
  const gone = list.slice(0, -limits.chatChanges);
  return { list: list.slice(-limits.chatChanges), since: Math.max(since, gone.at(-1)?.change ?? 0) };
}

/** The message at this position of the log. */
function at(messages: Chunked<Message>, position: number): Message | undefined {
  const found = itemAt(
    messages,
    firstIndex(messages, ({ seq }) => seq >= position),
  );
  return found?.seq === position ? found : undefined;
}

/** How many messages there were to each room of a session, those that were removed among them. */
export const countsIn = (state: Chat, session: SessionId): { [room: RoomId]: number } =>
  Object.fromEntries(
    Object.entries(channelsOf(state[session])).flatMap(([to, channel]) =>
      channel && to !== 'all' ? [[to, sizeOf(channel.messages)] as const] : [],
    ),
  );
