import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { announce } from '../../design/announce.ts';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import type { History } from './history.ts';
import { useText } from './texts.ts';
import { markRead } from './unread.ts';

export type Scroll = {
  ref: RefObject<HTMLDivElement | null>;
  onScroll(): void;
  toEnd(): void;
  /** New messages below, while the reader looks at older ones. */
  fresh: number;
};

const near = 60;

/** Keeps the end in sight while the reader is there, and otherwise moves nothing under their finger. */
export function useScroll(history: History | null, loadOlder: () => Promise<void>): Scroll {
  const ref = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const { person } = useMe();
  const [seenUpTo, setSeenUpTo] = useState(0);
  const messages = history?.messages ?? [];
  const first = messages[0]?.seq ?? 0;
  const last = messages.at(-1)?.seq ?? 0;
  const room = history?.room ?? '';
  const heightBefore = useRef(0);
  const topBefore = useRef(0);

  const settle = useCallback(() => {
    if (!room) return;
    markRead(room, last);
    setSeenUpTo(last);
  }, [room, last]);

  /** The browser tells of scrolling a moment after it has moved; what is drawn in between must not pull the reader back. */
  const look = useCallback((box: HTMLElement) => {
    if (box.scrollTop < topBefore.current) isAtEnd.current = isNearEnd(box, heightBefore.current);
  }, []);
  const keep = useCallback((box: HTMLElement) => {
    heightBefore.current = box.scrollHeight;
    topBefore.current = box.scrollTop;
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the beginning changes, older messages came in above.
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    look(box);
    if (!isAtEnd.current || isHeld(box)) box.scrollTop += box.scrollHeight - heightBefore.current;
  }, [first, room]);

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    look(box);
    if (isHeld(box)) isAtEnd.current = isNearEnd(box, box.scrollHeight);
    else if (isAtEnd.current) {
      box.scrollTop = box.scrollHeight;
      settle();
    }
    keep(box);
  });

  // The keyboard of a phone or another panel changes the height; the end stays in sight.
  useEffect(() => {
    const box = ref.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      look(box);
      if (isAtEnd.current && !isHeld(box)) box.scrollTop = box.scrollHeight;
      keep(box);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [look, keep]);

  useSpokenMessages(history);

  return {
    ref,
    onScroll() {
      const box = ref.current;
      if (!box) return;
      isAtEnd.current = isNearEnd(box, box.scrollHeight);
      keep(box);
      if (isAtEnd.current) settle();
      else if (box.scrollTop < near) void loadOlder();
    },
    toEnd() {
      isAtEnd.current = true;
      const box = ref.current;
      if (box) box.scrollTop = box.scrollHeight;
      settle();
    },
    fresh: messages.filter(({ seq, author }) => seq > seenUpTo && author !== person).length,
  };
}

/** Who has a message's menu open is at that message: what moves it away would take the menu from under their finger. */
const isHeld = (box: HTMLElement): boolean => box.querySelector('[aria-expanded="true"]') !== null;

/** Near the end as it was before, or as it is when something went away and the browser moved the view along. */
const isNearEnd = (box: HTMLElement, heightBefore: number): boolean =>
  Math.min(heightBefore, box.scrollHeight) - box.scrollTop - box.clientHeight < near;

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
