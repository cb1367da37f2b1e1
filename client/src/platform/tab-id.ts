import { newId } from './ids.ts';

const key = 'multaqa.tab';
let id: string | null = null;

/**
 * The id of this tab, the same after a reload. It is stored only while the page is hidden: a duplicated tab gets a copy
 * of what is stored, and must have another id.
 */
export function tabId(): string {
  if (id !== null) return id;
  const own = read() ?? newId();
  id = own;
  keepWhileAway(own);
  return own;
}

function keepWhileAway(own: string): void {
  const update = () => write(document.visibilityState === 'hidden' ? own : null);
  update();
  document.addEventListener('visibilitychange', update);
  addEventListener('pagehide', () => write(own));
  addEventListener('pageshow', update);
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
    // Without storage each reload is another tab.
  }
}
