import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';

/** What the chat shows, from top to bottom. `isFirst` messages carry their author and time. */
export type Entry = { kind: 'day'; at: number } | { kind: 'message'; message: Message; isFirst: boolean };

const pause = 5 * 60_000;

/** Messages with days between them, grouped by author as long as nothing comes between. */
export function threadOf(messages: readonly Message[], dayOf: (at: number) => string): Entry[] {
  const entries: Entry[] = [];
  let before: Message | null = null;
  for (const message of messages) {
    const isNewDay = !before || dayOf(before.at) !== dayOf(message.at);
    if (isNewDay) entries.push({ kind: 'day', at: message.at });
    entries.push({ kind: 'message', message, isFirst: isNewDay || !before || !continues(before, message) });
    before = message;
  }
  return entries;
}

const continues = (before: Message, message: Message): boolean =>
  before.author === message.author &&
  before.to === message.to &&
  before.status === 'said' &&
  !message.replyTo &&
  message.at - before.at < pause;
