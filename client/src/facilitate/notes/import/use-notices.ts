import { useEffect } from 'react';
import { tell } from '../../../design/toasts.tsx';
import type { NoteUiStore } from '../editor/note-ui.ts';
import { useText } from './texts.ts';

/** Tells of what was taken in, left out or refused, in the language of the screen. */
export function useNotices(ui: NoteUiStore): void {
  const text = useText();
  useEffect(() => {
    ui.setState({
      notify: ({ kind }) =>
        tell(text(`importing.${kind}`), kind === 'too-large' || kind === 'unreadable' ? 'danger' : 'good'),
    });
  }, [ui, text]);
}
