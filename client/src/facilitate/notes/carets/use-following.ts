import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { isOwnChange } from '../editor/own-changes.ts';

/** Scrolls along with somebody's caret, until this person scrolls or writes themselves. */
export function useFollowing(editor: Editor, awareness: Awareness) {
  const [followed, follow] = useState<string | null>(null);
  useEffect(() => {
    if (followed === null) return;
    const text = editor.view.dom;
    const stop = () => follow(null);
    const stopOwn = ({ transaction }: { transaction: Parameters<typeof isOwnChange>[0] }) => {
      if (isOwnChange(transaction)) stop();
    };
    let frame = 0;
    const scroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const caret = [...text.querySelectorAll<HTMLElement>('[data-caret-of]')].find(
          ({ dataset }) => dataset.caretOf === followed,
        );
        caret?.scrollIntoView({ block: 'center' });
      });
    };
    scroll();
    awareness.on('change', scroll);
    editor.on('transaction', stopOwn);
    const box = text.closest('[data-note-scroller]') ?? text;
    for (const event of ['wheel', 'touchmove'] as const) box.addEventListener(event, stop, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      awareness.off('change', scroll);
      editor.off('transaction', stopOwn);
      for (const event of ['wheel', 'touchmove'] as const) box.removeEventListener(event, stop);
    };
  }, [editor, awareness, followed]);
  return { followed, follow };
}
