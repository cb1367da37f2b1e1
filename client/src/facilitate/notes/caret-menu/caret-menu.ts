import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion';
import { createStore, type StoreApi } from 'zustand';
import type { Block } from './block-words.ts';

/** What the menu at the caret offers. */
export type CaretItem =
  | { kind: 'outcome'; of: OutcomeKind }
  | { kind: 'block'; of: Block }
  | { kind: 'person'; person: string; name: string; municipality: string };

type Open = { host: HTMLElement; items: readonly CaretItem[]; at: number; choose(item: CaretItem): void };

/** The menu at the caret; null while none is open. */
export type CaretMenuStore = StoreApi<{ open: Open | null }>;

export const newCaretMenu = (): CaretMenuStore => createStore(() => ({ open: null }));

/** The id of an entry on the page, by which the text says which one is chosen. */
export const entryId = (at: number): string => `caret-menu-${at}`;

/** Keeps a menu at the caret while somebody types its word, and leads through it with arrows, Enter and Escape. */
export function renderedIn(menu: CaretMenuStore): NonNullable<SuggestionOptions<CaretItem, CaretItem>['render']> {
  return () => {
    let unmount = () => {};
    const set = (change: Partial<Open>) => {
      const { open } = menu.getState();
      if (open) menu.setState({ open: { ...open, ...change } });
    };
    const show = ({ items, loading, command, editor }: SuggestionProps<CaretItem, CaretItem>) => {
      // The library asks for the entries in a later step; until they are here the last ones stay.
      if (!loading) set({ items, at: 0, choose: command });
      point(editor.view.dom, menu);
    };
    return {
      onStart(props) {
        const host = document.createElement('div');
        unmount = props.mount(host);
        menu.setState({ open: { host, items: [], at: 0, choose: props.command } });
        show(props);
      },
      onUpdate: show,
      onKeyDown({ event, view }) {
        const handled = steer(event, menu.getState().open, set);
        point(view.dom, menu);
        return handled;
      },
      onExit({ editor }) {
        menu.setState({ open: null });
        unmount();
        point(editor.view.dom, menu);
      },
    };
  };
}

function steer({ key }: KeyboardEvent, open: Open | null, set: (change: Partial<Open>) => void): boolean {
  const count = open?.items.length ?? 0;
  if (!open || count === 0) return false;
  const chosen = open.items[open.at];
  if (key === 'ArrowDown') set({ at: (open.at + 1) % count });
  else if (key === 'ArrowUp') set({ at: (open.at + count - 1) % count });
  else if ((key === 'Enter' || key === 'Tab') && chosen) open.choose(chosen);
  else return false;
  return true;
}

/** The focus stays in the text; it names the entry that Enter would choose. */
function point(text: HTMLElement, menu: CaretMenuStore): void {
  const { open } = menu.getState();
  if (open && open.items.length > 0) text.setAttribute('aria-activedescendant', entryId(open.at));
  else text.removeAttribute('aria-activedescendant');
}
