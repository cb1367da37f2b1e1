import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { announce } from '../../design/announce.ts';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import type { History } from './history.ts';
import { useText } from './texts.ts';
import type { Entry } from './thread.ts';
import { markRead } from './unread.ts';

export type Scroll = {
  ref: RefObject<HTMLElement | null>;
  /** What of the entries is near enough to be drawn, and where. */
  virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  onScroll(): void;
  toEnd(): void;
  /** New messages below, while the reader looks at older ones. */
  fresh: number;
};

type Input = {
  entries: readonly Entry[];
  history: History | null;
  loadOlder(): Promise<void>;
  shorten(): void;
  /** The message whose menu is open: what moves it away would take the menu from under the reader's finger. */
  held: string | null;
};

const near = 60;
/** The height above the first entry, as the style sheet has it. */
export const above = 56;
const heights = { message: 34, author: 34, day: 40, unsent: 60 };

/** Draws what is in sight of a thread, keeps its end in sight while the reader is there, and otherwise moves nothing under their finger. */
export function useScroll({ entries, history, loadOlder, shorten, held }: Input): Scroll {
  const ref = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const topBefore = useRef(0);
  const { person } = useMe();
  const [seenUpTo, setSeenUpTo] = useState(0);
  const messages = history?.messages ?? [];
  const now = { room: history?.room ?? '', last: messages.at(-1)?.seq ?? 0, isHeld: held !== null };
  const latest = useRef(now);

  /** The browser tells of scrolling a moment after it has moved; what is drawn in between must not pull the reader back. */
  const look = useCallback((box: HTMLElement) => {
    if (distanceFromEnd(box) < near) isAtEnd.current = true;
    else if (latest.current.isHeld || box.scrollTop < topBefore.current) isAtEnd.current = false;
    topBefore.current = box.scrollTop;
  }, []);
  // Before the virtualizer moves anything itself.
  useLayoutEffect(() => {
    latest.current = now;
    if (ref.current) look(ref.current);
  });

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: entries.length,
    getScrollElement: () => ref.current,
    getItemKey: useCallback((index: number) => entries[index]?.key ?? index, [entries]),
    estimateSize: useCallback((index: number) => heightOf(entries[index]), [entries]),
    initialOffset: () => entries.length * heights.message,
    scrollMargin: above,
    overscan: 6,
    useFlushSync: false,
    // What comes in above, or goes, moves nothing; the end is followed below, by rules of its own.
    anchorTo: 'end',
    scrollEndThreshold: -1,
    rangeExtractor: useCallback(
      range =>
        withKept(defaultRangeExtractor(range), [indexOf(entries, held), indexOf(entries, focusedIn(ref.current))]),
      [entries, held],
    ),
  });
  // Of what turns out larger than it seemed, only what is above the reader moves the rest; who is at the end is moved there.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ start }) =>
    (latest.current.isHeld || !isAtEnd.current) && start < (ref.current?.scrollTop ?? 0);

  const settle = useCallback(() => {
    const { room, last } = latest.current;
    if (!room) return;
    markRead(room, last);
    setSeenUpTo(last);
    shorten();
  }, [shorten]);
  const stay = useCallback((box: HTMLElement) => {
    if (isAtEnd.current && !latest.current.isHeld) box.scrollTop = box.scrollHeight;
    topBefore.current = box.scrollTop;
  }, []);
  useLayoutEffect(() => {
    if (ref.current) stay(ref.current);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a message that came in is read by who is at the end.
  useLayoutEffect(() => {
    if (isAtEnd.current && !now.isHeld) settle();
  }, [settle, now.room, now.last, now.isHeld]);

  // The keyboard of a phone or another panel changes the height; the end stays in sight.
  useEffect(() => {
    const box = ref.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => stay(box));
    observer.observe(box);
    return () => observer.disconnect();
  }, [stay]);

  useSpokenMessages(history);

  return {
    ref,
    virtualizer,
    onScroll() {
      const box = ref.current;
      if (!box) return;
      look(box);
      if (isAtEnd.current) settle();
      else if (box.scrollTop < near) void loadOlder();
    },
    toEnd: useCallback(() => {
      isAtEnd.current = true;
      if (ref.current) stay(ref.current);
      settle();
    }, [stay, settle]),
    fresh: messages.filter(({ seq, author }) => seq > seenUpTo && author !== person).length,
  };
}

const distanceFromEnd = (box: HTMLElement): number => box.scrollHeight - box.scrollTop - box.clientHeight;

/** About how high an entry will be; it is measured when it is drawn. */
function heightOf(entry: Entry | undefined): number {
  if (entry?.kind !== 'message') return heights.unsent;
  return heights.message + (entry.isFirst ? heights.author : 0) + (entry.isNewDay ? heights.day : 0);
}

/** The entry that has the focus; it stays drawn however far the reader scrolls. */
const focusedIn = (box: HTMLElement | null): string | null => {
  const focused = document.activeElement;
  return (box?.contains(focused) && focused?.closest<HTMLElement>('[data-entry]')?.dataset.entry) || null;
};

const indexOf = (entries: readonly Entry[], key: string | null): number =>
  key === null ? -1 : entries.findIndex(entry => entry.key === key);

const withKept = (range: readonly number[], kept: readonly number[]): number[] =>
  [...new Set([...range, ...kept.filter(index => index >= 0)])].sort((a, b) => a - b);

/** Reads new messages of others to screen readers, within the pace of the live region. */
function useSpokenMessages(history: History | null): void {
  const text = useText();
  const { person } = useMe();
  const people = useView(view => view.people);
  const last = history?.messages.at(-1);
  const spoken = useRef<number | null>(null);
  useEffect(() => {
    const isNew = spoken.current !== null && last && last.seq > spoken.current;
    spoken.current = last?.seq ?? spoken.current ?? 0;
    if (!isNew || last.author === person || last.status !== 'said') return;
    announce(text('chat.spoken', { name: people[last.author]?.name ?? '', said: last.text }));
  }, [last, person, people, text]);
}
