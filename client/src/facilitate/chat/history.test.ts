import type { RoomChat } from '@multaqa/shared/facilitate/chat/chat.rules';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import { describe, expect, test } from 'vitest';
import { extended, type History, preceded, shortened } from './history.ts';
import { threadOf } from './thread.ts';

const minute = 60_000;
const message = (seq: number, more: Partial<Message> = {}): Message =>
  ({
    message: `m${seq}`,
    seq,
    at: seq * minute,
    author: 'ada',
    to: 'room',
    reactions: {},
    status: 'said',
    text: `${seq}`,
    ...more,
  }) as Message;
const unchanged = { messages: [], since: 0, latest: 0 };
const page = (from: number, to: number, more = false, changes: Partial<RoomChat['changes']> = {}) => ({
  room: 'room',
  messages: Array.from({ length: to - from + 1 }, (_, at) => message(from + at)),
  more,
  changes: { ...unchanged, ...changes },
  announced: null,
});
const applauded = (seq: number) => message(seq, { reactions: { '👏': ['ben'] } });
const seqs = ({ messages }: { messages: readonly Message[] }) => messages.map(({ seq }) => seq);

describe('the history of a chat', () => {
  test('messages that slide out of the newest page stay', () => {
    const before = extended(null, page(1, 3));
    expect(seqs(extended(before, page(2, 4, true)))).toEqual([1, 2, 3, 4]);
  });

  test('after a gap nothing is shown as if it followed', () => {
    const before = extended(null, page(1, 3));
    const after = extended(before, page(8, 9, true));
    expect(seqs(after)).toEqual([8, 9]);
    expect(after.more).toBe(true);
  });

  test('another room starts over', () => {
    const before = extended(null, page(1, 3));
    expect(seqs(extended(before, { ...page(2, 2), room: 'other' }))).toEqual([2]);
  });

  test('an older page goes before, once', () => {
    const history = extended(null, page(5, 6, true));
    const longer = preceded(history, page(3, 5), page(5, 6, true));
    expect(seqs(longer)).toEqual([3, 4, 5, 6]);
    expect(longer.more).toBe(false);
    expect(extended(longer, page(6, 7, true)).more).toBe(false);
  });

  test('what a moderator removes changes in its place', () => {
    const before = extended(null, page(1, 2));
    const removed = { ...message(2), status: 'removed', text: '', removedBy: 'ben' } as Message;
    const after = extended(before, { ...page(1, 2), messages: [message(1), removed] });
    expect(after.messages[1]?.status).toBe('removed');
  });
});

describe('a change of a message older than the page', () => {
  const loaded = preceded(extended(null, page(5, 6, true, { latest: 20 })), page(1, 4), page(5, 6, true));

  test('[C7] is shown in its place', () => {
    const after = extended(loaded, page(5, 6, true, { messages: [applauded(2)], since: 20, latest: 30 }));
    expect(after.messages).toEqual([1, 2, 3, 4, 5, 6].map(seq => (seq === 2 ? applauded(2) : message(seq))));
  });

  test('[C7] that was missed leaves nothing stale: the older pages are loaded again when they are wanted', () => {
    const changes = { messages: [applauded(2)], since: 21, latest: 30 };
    const after = extended(loaded, page(5, 6, true, changes));
    expect([seqs(after), after.more]).toEqual([[5, 6], true]);
    expect(seqs(preceded(after, page(1, 4), page(5, 6, true, changes)))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('[C7] that overtook an older page is in it', () => {
    const newest = page(5, 6, true, { messages: [applauded(2)], latest: 30 });
    expect(preceded(extended(null, newest), page(1, 4), newest).messages[1]).toEqual(applauded(2));
  });
});

describe('a long history', () => {
  const long = (count: number): History => ({
    room: 'lobby',
    messages: Array.from({ length: count }, (_, at) => message(at + 1)),
    more: false,
    changedUpTo: 0,
  });

  test('is held to its newest messages, and says that there are older ones', () => {
    const short = shortened(long(2_000));
    expect(short.messages.length).toBeLessThan(500);
    expect(short.messages.at(-1)).toEqual(message(2_000));
    expect(short.more).toBe(true);
  });

  test('of a few pages stays as it is', () => {
    const pages = long(150);
    expect(shortened(pages)).toBe(pages);
  });
});

describe('the thread', () => {
  const kinds = (messages: Message[]) =>
    threadOf(messages).flatMap(entry =>
      entry.kind === 'message' ? [...(entry.isNewDay ? ['day'] : []), entry.isFirst ? 'first' : 'next'] : [],
    );

  test('days are set apart, and what one person says in a row stays together', () => {
    expect(kinds([message(1), message(2), message(3, { author: 'ben' }), message(60 * 24 + 1)])).toEqual([
      'day',
      'first',
      'next',
      'first',
      'day',
      'first',
    ]);
  });

  test('a pause, an announcement and a reply start a new group', () => {
    expect(kinds([message(1), message(9), message(10, { to: 'all' }), message(11)])).toEqual([
      'day',
      'first',
      'first',
      'first',
      'first',
    ]);
    expect(kinds([message(1), message(2, { replyTo: 'm1' })])).toEqual(['day', 'first', 'first']);
  });
});
