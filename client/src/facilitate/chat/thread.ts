import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import type { OutboxItem } from '../../dialogue/outbox.ts';

/**
 * What the chat shows, from top to bottom. `isFirst` messages carry their author and time, `isNewDay` ones the day above
 * them; `unsent` are one's own that nobody else sees yet.
 */
export type Entry =
  | { kind: 'message'; key: string; message: Message; isNewDay: boolean; isFirst: boolean }
  | { kind: 'unsent'; key: string; item: OutboxItem };

const pause = 5 * 60_000;

/** Messages with days between them, grouped by author as long as nothing comes between. */
export function threadOf(messages: readonly Message[], unsent: readonly OutboxItem[] = []): Entry[] {
  const entries: Entry[] = [];
  let before: Message | null = null;
  let lastDay: number | null = null;
  for (const message of messages) {
    const day = dayOf(message.at);
    const isNewDay = day !== lastDay;
    const isFirst = isNewDay || !before || !continues(before, message);
    entries.push({ kind: 'message', key: message.message, message, isNewDay, isFirst });
    before = message;
    lastDay = day;
  }
  // It keeps its key when the server has it: nothing moves then.
  for (const item of unsent) entries.push({ kind: 'unsent', key: (item.input as { message: string }).message, item });
  return entries;
}

/** The beginning of the day on this device. */
const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

const continues = (before: Message, message: Message): boolean =>
  before.author === message.author &&
  before.to === message.to &&
  before.status === 'said' &&
  !message.replyTo &&
  message.at - before.at < pause;
