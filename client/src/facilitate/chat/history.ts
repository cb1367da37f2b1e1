import type { ChatView } from '@multaqa/shared/facilitate/chat/chat.rules';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';

/** What this tab has seen of a room's messages, oldest first; `more` while there are older ones. */
export type History = { room: string; messages: readonly Message[]; more: boolean };

/** The view holds the newest page only; what slid out of it stays here, unless messages in between were missed. */
export function extended(before: History | null, page: NonNullable<ChatView>): History {
  const first = page.messages[0];
  const known = before?.room === page.room ? before : null;
  if (!known || !first) return page;
  const older = known.messages.filter(({ seq }) => seq < first.seq);
  const overlaps = known.messages.some(({ seq }) => seq >= first.seq);
  if (older.length === 0 || (page.more && !overlaps)) return { ...page, more: page.more };
  return { room: page.room, messages: [...older, ...page.messages], more: known.more };
}

/** The history with an older page before it. */
export function preceded(history: History, page: Pick<History, 'messages' | 'more'>): History {
  const first = history.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  return {
    ...history,
    messages: [...page.messages.filter(({ seq }) => seq < first), ...history.messages],
    more: page.more,
  };
}
