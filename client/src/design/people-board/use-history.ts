import { useEffect } from 'react';
import { useCommonText } from '../../platform/texts.ts';
import { useListedShortcut } from '../shortcuts.ts';
import { useText } from './texts.ts';

/** What takes the last change back, and what does it again; null where there is nothing. */
export type History = { undo: (() => void) | null; redo: (() => void) | null };

/** Lets Ctrl+Z and Ctrl+Shift+Z take changes back and do them again. */
export function useHistoryKeys(history: History): void {
  const text = useText();
  const common = useCommonText();
  useListedShortcut('Ctrl+Z', common('common.undo'));
  useListedShortcut('Ctrl+Shift+Z', text('board.redo'));
  const { undo, redo } = history;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const kind = askedBy(event);
      const change = kind === null ? null : kind === 'undo' ? undo : redo;
      if (!change) return;
      event.preventDefault();
      change();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [undo, redo]);
}

/** What these keys ask for; nothing where they belong to a field or lie under a dialog. */
function askedBy(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return null;
  const isTaken =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="dialog"]');
  if (isTaken) return null;
  if (event.code === 'KeyY') return 'redo';
  if (event.code !== 'KeyZ') return null;
  return event.shiftKey ? 'redo' : 'undo';
}
