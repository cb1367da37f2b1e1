import { useEffect } from 'react';
import { create } from 'zustand';

export type Shortcut = { key: string; label: string };

/** The shortcuts that work on the screen now, and whether their list is open. */
export const useShortcuts = create<{ shortcuts: readonly Shortcut[]; isListed: boolean }>(() => ({
  shortcuts: [],
  isListed: false,
}));

/** Shows or hides the list of shortcuts. */
export const listShortcuts = (isListed: boolean): void => useShortcuts.setState({ isListed });

/** Names a key in the list of those that work, for as long as it does. */
export function useListedShortcut(key: string, label: string): void {
  useEffect(() => {
    const shortcut = { key, label };
    useShortcuts.setState(({ shortcuts }) => ({ shortcuts: [...shortcuts, shortcut] }));
    return () =>
      useShortcuts.setState(({ shortcuts }) => ({ shortcuts: shortcuts.filter(other => other !== shortcut) }));
  }, [key, label]);
}

/** Runs an action on a single key, unless somebody is typing. Case does not matter. */
export function useShortcut(key: string, label: string, action: () => void): void {
  useListedShortcut(key, label);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (letterOf(event) !== key.toLowerCase() || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTaken(event.target)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key, action]);
}

/** What Escape would close, the topmost last. */
const closable: (() => void)[] = [];

/** Closes something with Escape, unless a dialog, a menu or something that was opened later lies above it. */
export function useEscape(close: () => void): void {
  useEffect(() => {
    const closeThis = () => close();
    closable.push(closeThis);
    let isCovered = false;
    // A menu or dialog that closes without a movement has gone before the key arrives here; so it is looked for at the very beginning of the key's way.
    const look = () => {
      isCovered = document.querySelector('[role="dialog"], [role="menu"]') !== null;
    };
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (isCovered || closable.at(-1) !== closeThis) return;
      // One key closes one thing: whatever lies below hears that it was meant for another.
      event.preventDefault();
      closeThis();
    };
    window.addEventListener('keydown', look, true);
    document.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', look, true);
      document.removeEventListener('keydown', listen);
      closable.splice(closable.indexOf(closeThis), 1);
    };
  }, [close]);
}

/** The key by its Latin letter, whatever alphabet the keyboard is set to. */
export function letterOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (key === '؟') return '?';
  return key.length === 1 && key > '\u007f' && code.startsWith('Key') ? code.slice(3).toLowerCase() : key.toLowerCase();
}

// Where letters mean text, or jump to an entry of a menu, they are no shortcuts.
const isTaken = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null);
