import { newId } from './ids.ts';

const key = 'multaqa.tab';
let id: string | null = null;

/**
 * Names this tab, also after it was loaded anew. It is kept only while nobody looks at the page: a tab that is
 * duplicated gets a copy of what is kept, and is another tab.
 */
export function tabId(): string {
  if (id !== null) return id;
  const own = read() ?? newId();
  id = own;
  keepWhileAway(own);
  return own;
}

function keepWhileAway(own: string): void {
  const settle = () => write(document.visibilityState === 'hidden' ? own : null);
  settle();
  document.addEventListener('visibilitychange', settle);
  addEventListener('pagehide', () => write(own));
  addEventListener('pageshow', settle);
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing makes another tab of each reload.
  }
}
