import type { Editor } from '@tiptap/react';
import { useCallback, useEffect } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { personIn } from '../../documents/present.ts';
import { CaretMenu } from './caret-menu/CaretMenu.tsx';
import { WhoIsHere } from './carets/WhoIsHere.tsx';
import { CommentsPanel } from './comments/CommentsPanel.tsx';
import { CommentsToggle } from './comments/CommentsToggle.tsx';
import type { PersonOf } from './comments/threads.ts';
import { useThreads } from './comments/use-threads.ts';
import styles from './editor/note.module.css';
import { Paper } from './editor/Paper.tsx';
import { useDesk } from './editor/use-desk.ts';
import { useNoteEditor } from './editor/use-note-editor.ts';
import { useNotices } from './import/use-notices.ts';
import { useShown } from './outcome/use-shown.ts';
import { SuggestionsBar } from './suggestions/SuggestionsBar.tsx';
import { LinkDialog } from './toolbar/LinkDialog.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';

/** A shared note, and what this person may do with it. */
export type NoteDocument = { doc: Doc; awareness: Awareness; access: 'write' | 'read' };

type Props = {
  document: NoteDocument;
  /** Who wrote what, by the client ids of the document: the server's list. Another function reads the authors again. */
  personOf?: PersonOf;
  /** Who takes the notes of the room; null for nobody. */
  noteTaker?: string | null;
  /** What stands there while nothing is written. */
  empty?: 'notes' | 'output';
  /** An outcome to scroll to, as soon as it is there; another object shows it again. */
  shows?: { outcome: string } | null;
  /** Told of the editor, for pages that put something into its text; null when it goes. */
  onReady?(editor: Editor | null): void;
};

/** The notes of a room: everybody who may writes in the same text at the same time. Whoever may only read sees no tools. */
export function NoteEditor({ document, personOf, noteTaker = null, empty = 'notes', shows = null, onReady }: Props) {
  const { doc, awareness, access } = document;
  const { person } = useMe();
  const desk = useDesk(doc, awareness);
  const editor = useNoteEditor(desk, access);
  const authors = useAuthors(document, person, personOf);
  const threads = useThreads(editor, doc, authors, desk.comments);
  useShown(editor, shows);
  useNotices(desk.ui);
  useEffect(() => {
    onReady?.(editor);
    return () => onReady?.(null);
  }, [editor, onReady]);
  const isWritable = access === 'write';
  return (
    <div className={styles.notes}>
      <div className={styles.head}>
        {isWritable && <Toolbar editor={editor} ui={desk.ui} comments={desk.comments} />}
        <div className={styles.beside}>
          <CommentsToggle ui={desk.comments} count={threads.filter(({ isResolved }) => !isResolved).length} />
          <WhoIsHere editor={editor} awareness={awareness} me={person} noteTaker={noteTaker} />
        </div>
      </div>
      {isWritable && <SuggestionsBar editor={editor} />}
      <div className={styles.body}>
        <Paper editor={editor} access={access} empty={empty} />
        <CommentsPanel {...{ editor, doc, threads, isWritable }} ui={desk.comments} me={person} />
      </div>
      {isWritable && <LinkDialog editor={editor} ui={desk.ui} />}
      <CaretMenu menu={desk.menu} />
    </div>
  );
}

/** Who wrote what: as the server says, and for who is here now as their connections say. */
function useAuthors({ doc, awareness }: NoteDocument, me: string, personOf: PersonOf | undefined): PersonOf {
  return useCallback(
    client => {
      if (client === doc.clientID) return me;
      return personOf?.(client) ?? personIn(awareness.getStates().get(client));
    },
    [doc, awareness, me, personOf],
  );
}
