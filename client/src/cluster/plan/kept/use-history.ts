import { useEffect } from 'react';
import { useListedShortcut } from '../../../design/shortcuts.ts';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import type { Shown } from '../use-arrangement.ts';

/** Taking changes of an arrangement back and doing them again, by buttons and by Ctrl+Z and Ctrl+Shift+Z. Null where there is nothing. */
export function useHistory(shown: Shown): { undo: (() => void) | null; redo: (() => void) | null } {
  const text = useText();
  const send = useCommand();
  const { arrangement } = shown;
  const canUndo = shown.undo + shown.onTheWay.size > 0;
  const canRedo = shown.redo > 0 && shown.onTheWay.size === 0;
  useListedShortcut('Ctrl+Z', text('common.undo'));
  useListedShortcut('Ctrl+Shift+Z', text('cluster.redo'));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const kind = askedBy(event);
      if (kind === null || (kind === 'undo' ? !canUndo : !canRedo)) return;
      event.preventDefault();
      void send(`cluster.${kind}`, { arrangement });
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [send, arrangement, canUndo, canRedo]);
  return {
    undo: canUndo ? () => void send('cluster.undo', { arrangement }) : null,
    redo: canRedo ? () => void send('cluster.redo', { arrangement }) : null,
  };
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
