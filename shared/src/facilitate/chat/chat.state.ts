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

/** Messages by session, in the order of the log. */
export type Chat = { readonly [session: SessionId]: readonly Message[] };

export const find = (state: Chat, session: SessionId, message: Id): Message | undefined =>
  state[session]?.find(found => found.message === message);

/** The messages a room has seen, up to `before`, at most one page, oldest first. */
export function page(
  state: Chat,
  room: RoomId,
  before = Number.POSITIVE_INFINITY,
): { messages: Message[]; more: boolean } {
  const all = state[sessionOf(room)] ?? [];
  const found: Message[] = [];
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const message = all[at];
    if (!message || message.seq >= before || (message.to !== room && message.to !== 'all')) continue;
    if (found.length === limits.chatPage) return { messages: found.reverse(), more: true };
    found.push(message);
  }
  return { messages: found.reverse(), more: false };
}
