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

/** Messages of a session in the order of the log, and what has changed of them, by whom they were said to. */
export type Talk = {
  messages: readonly Message[];
  changes: { readonly [to in RoomId | 'all']?: Changes };
};

export type Chat = { readonly [session: SessionId]: Talk };

const none: Changes = { list: [], since: 0 };

export const find = (state: Chat, session: SessionId, message: Id): Message | undefined =>
  state[session]?.messages.find(found => found.message === message);

/** The messages a room has seen, up to `before`, at most one page, oldest first. */
export function page(
  state: Chat,
  room: RoomId,
  before = Number.POSITIVE_INFINITY,
): { messages: Message[]; more: boolean } {
  const all = state[sessionOf(room)]?.messages ?? [];
  const found: Message[] = [];
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const message = all[at];
    if (!message || message.seq >= before || (message.to !== room && message.to !== 'all')) continue;
    if (found.length === limits.chatPage) return { messages: found.reverse(), more: true };
    found.push(message);
  }
  return { messages: found.reverse(), more: false };
}

/** The changes with one more; of each message the last alone is kept, of all the newest. */
export function withChange({ list, since }: Changes = none, message: number, change: number): Changes {
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
  const talk = state[sessionOf(room)];
  const [own, forAll] = [talk?.changes[room] ?? none, talk?.changes.all ?? none];
  const all = [...own.list, ...forAll.list].sort((a, b) => a.change - b.change);
  const { list, since } = newest(all, Math.max(own.since, forAll.since));
  const positions = list.map(({ message }) => message).filter(message => message < before);
  return {
    messages: positions.sort((a, b) => a - b).flatMap(position => at(talk?.messages ?? [], position) ?? []),
    since,
    latest: all.at(-1)?.change ?? 0,
  };
}

function newest(list: Changes['list'], since: number): Changes {
  const gone = list.slice(0, -limits.chatChanges);
  return { list: list.slice(-limits.chatChanges), since: Math.max(since, gone.at(-1)?.change ?? 0) };
}

/** The message at this position of the log; they stand in its order, so that half of them is left out with each look. */
function at(messages: readonly Message[], position: number): Message | undefined {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  const found = messages[low];
  return found?.seq === position ? found : undefined;
}
