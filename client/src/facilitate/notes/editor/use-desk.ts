import { useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { newCaretMenu } from '../caret-menu/caret-menu.ts';
import { newCommentsUi } from '../comments/comment-marks.ts';
import type { NoteDesk } from './note-kit.ts';
import { newNoteUi } from './note-ui.ts';
import { useNoteReader } from './use-note-reader.ts';

/** What a shared document is edited with on this screen; the same for as long as it is this document. */
export function useDesk(doc: Doc, awareness: Awareness): NoteDesk {
  const reader = useNoteReader();
  const [stores] = useState(() => ({ ui: newNoteUi(), menu: newCaretMenu(), comments: newCommentsUi() }));
  return useMemo(() => ({ doc, awareness, reader, ...stores }), [doc, awareness, reader, stores]);
}
