import type { NoteKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import type { Node } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';
import { useCallback, useRef, useState } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import type { OpenDocument } from '../../documents/document.ts';
import { SaveProblem } from '../../documents/saving/SaveState.tsx';
import { useDocument, useSync } from '../../documents/use-document.ts';
import { useAuthors } from './comments/use-authors.ts';
import { NoteHistory } from './history/NoteHistory.tsx';
import { restoreInto } from './history/restore.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { NotesHead } from './NotesHead.tsx';
import styles from './NotesPanel.module.css';
import { useNoteTaker } from './NoteTaker.tsx';
import { plainText } from './plain-text.ts';
import { useText } from './texts.ts';

type Props = {
  kind: NoteKind;
  room: RoomId;
  /** The outcome that is to be in sight. */
  shows?: { outcome: string } | null;
  /** Called with the editor when it can be written in, and with null when it is gone. */
  onReady?(editor: Editor | null): void;
};

/** A document of notes with everything around its text. */
export function RoomNotes(props: Props) {
  const text = useText();
  const document = useDocument(props.kind, props.room);
  if (!document) return <Loading label={text('notes.loading')} />;
  return <Opened key={document.name} document={document} {...props} />;
}

function Opened({ document, kind, room, shows = null, onReady }: Props & { document: OpenDocument }) {
  const text = useText();
  const { save, access, isThere, refusal } = useSync(document);
  const personOf = useAuthors(document);
  const noteTaker = useNoteTaker(room);
  const [view, setView] = useState<'text' | 'history'>('text');
  const restoring = useRef<Node | null>(null);
  const ready = useCallback(
    (editor: Editor | null) => {
      onReady?.(editor);
      if (!editor || !restoring.current) return;
      restoreInto(editor, restoring.current);
      restoring.current = null;
    },
    [onReady],
  );
  if (refusal === 'documents.closed' && save !== 'closed')
    return <EmptyState title={text('notes.title')} text={text('notes.not-for-you')} />;
  if (!isThere) return <Loading label={text('notes.loading')} />;
  // Without a line people go on with what this device keeps; what they may do is settled when it is back.
  const may = access ?? (save === 'unsaved' ? 'read' : 'write');
  return (
    <div className={styles.notes}>
      <NotesHead kind={kind} room={room} access={may} status={save} onHistory={() => setView('history')} />
      <SaveProblem status={save} refusal={refusal} words={() => plainText(document.doc)} />
      {view === 'text' ? (
        <NoteEditor
          document={{ doc: document.doc, awareness: document.awareness, access: may }}
          personOf={personOf}
          noteTaker={noteTaker}
          empty={kind}
          shows={shows}
          onReady={ready}
        />
      ) : (
        <NoteHistory
          document={document}
          access={may}
          onBack={() => setView('text')}
          onRestore={note => {
            restoring.current = note;
            setView('text');
          }}
        />
      )}
    </div>
  );
}

const Loading = ({ label }: { label: string }) => (
  <div className={styles.loading}>
    <Skeleton label={label} rows={4} />
  </div>
);
