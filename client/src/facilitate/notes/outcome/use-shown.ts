import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { showOutcome } from './show-outcome.ts';

/** Shows an outcome once: now, or when it has arrived. */
export function useShown(editor: Editor, shows: { outcome: string } | null): void {
  useEffect(() => {
    if (!shows) return;
    const show = () => {
      if (showOutcome(editor, shows.outcome)) editor.off('update', show);
    };
    editor.on('update', show);
    // Cards are drawn a moment after the text.
    const frame = requestAnimationFrame(show);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('update', show);
    };
  }, [editor, shows]);
}
