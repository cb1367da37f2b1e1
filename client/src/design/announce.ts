import { create } from 'zustand';

/** One polite message at most in this many ms: a screen reader must not be talked to death. */
const pace = 5_000;

type Spoken = { polite: string; urgent: string };
const useSpoken = create<Spoken>(() => ({ polite: '', urgent: '' }));

let waiting: string | null = null;
let free = 0;

/** Tells screen readers something that can wait; of several within five seconds only the newest is said. */
export function announce(message: string): void {
  const now = Date.now();
  if (now >= free) {
    free = now + pace;
    useSpoken.setState({ polite: message });
    return;
  }
  if (waiting === null)
    setTimeout(() => {
      const next = waiting;
      waiting = null;
      if (next !== null) announce(next);
    }, free - now);
  waiting = message;
}

/** Interrupts a screen reader: only for what concerns this person at once. */
export function alertNow(message: string): void {
  useSpoken.setState({ urgent: message });
}

export const useAnnounced = useSpoken;
