import type { RoomChat } from '@multaqa/shared/facilitate/chat/chat.rules';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';

/**
 * What this tab has seen of a room's messages, oldest first; `more` while there are older ones. Every change up to the
 * position `changedUpTo` is in it.
 */
export type History = { room: string; messages: readonly Message[]; more: boolean; changedUpTo: number };

/**
 * The view holds the newest page and what has changed of older messages; what slid out of the page stays here, unless
 * messages in between or changes of older ones were missed.
 */
export function extended(before: History | null, page: RoomChat): History {
  const { room, messages, more, changes } = page;
  const newest = { room, messages, more, changedUpTo: changes.latest };
  const first = messages[0];
  const known = before?.room === room ? before : null;
  if (!known || !first) return newest;
  const older = known.messages.filter(({ seq }) => seq < first.seq);
  const overlaps = known.messages.some(({ seq }) => seq >= first.seq);
  const hasMissed = (more && !overlaps) || changes.since > known.changedUpTo;
  if (older.length === 0 || hasMissed) return newest;
  return { ...newest, messages: [...withChanges(older, page), ...messages], more: known.more };
}

// How many messages a tab keeps: more than anybody reads at once, and few enough that each new one costs the same all day.
const kept = 300;
const spare = 100;

/** The newest of a history that has grown long; what is older can be read again page by page. */
export const shortened = (history: History): History =>
  history.messages.length <= kept + spare
    ? history
    : { ...history, messages: history.messages.slice(-kept), more: true };

/** The history with an older page before it. `page` may tell of changes that the older page does not know yet. */
export function preceded(history: History, older: Pick<History, 'messages' | 'more'>, page: RoomChat): History {
  const first = history.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  const before = older.messages.filter(({ seq }) => seq < first);
  return { ...history, messages: [...withChanges(before, page), ...history.messages], more: older.more };
}

function withChanges(messages: readonly Message[], { changes }: RoomChat): readonly Message[] {
  const changed = new Map(changes.messages.map(message => [message.message, message]));
  return messages.map(message => changed.get(message.message) ?? message);
}
