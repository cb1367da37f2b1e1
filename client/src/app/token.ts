import { useSyncExternalStore } from 'react';
import { firstPage } from '../platform/first-page.ts';

const listeners = new Set<() => void>();
// The page that was there first has taken it already.
let token = firstPage()?.token ?? '';

// Links differ only behind the `#`, so a second one pasted into the same tab loads no page and changes this alone.
function take(): void {
  if (!['/j', '/o'].includes(location.pathname.replace(/\/$/, '')) || location.hash.length < 2) return;
  token = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname + location.search);
  for (const listener of listeners) listener();
}

take();
addEventListener('hashchange', take);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The secret behind the `#` of a personal link; it leaves the address bar before anything is drawn, so that no screenshot or shared screen shows it. */
export const useToken = (): string => useSyncExternalStore(subscribe, () => token);
