import { type Editor, EditorContent, useEditorState } from '@tiptap/react';
import { type CSSProperties, useMemo, useState } from 'react';
import type { Doc } from 'yjs';
import styles from './editor/note.module.css';
import { newNoteUi } from './editor/note-ui.ts';
import { StartCards } from './editor/StartCards.tsx';
import { useText } from './editor/texts.ts';
import { useNoteEditor } from './editor/use-note-editor.ts';
import { useNoteReader } from './editor/use-note-reader.ts';
import { WriteBelow } from './editor/WriteBelow.tsx';
import { useText as useOutcomeText } from './outcome/texts.ts';
import { LinkDialog } from './toolbar/LinkDialog.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';

/** A shared note, and what this person may do with it. */
export type NoteDocument = { doc: Doc; access: 'write' | 'read' };

/** The notes of a room: everybody who may writes in the same text at the same time. Whoever may only read sees no tools. */
export function NoteEditor({ document: { doc, access } }: { document: NoteDocument }) {
  const reader = useNoteReader();
  const [ui] = useState(newNoteUi);
  const desk = useMemo(() => ({ doc, reader, ui }), [doc, reader, ui]);
  const editor = useNoteEditor(desk, access);
  return (
    <div className={styles.notes}>
      {access === 'write' && <Toolbar editor={editor} ui={ui} />}
      <Paper editor={editor} access={access} />
      {access === 'write' && <LinkDialog editor={editor} ui={ui} />}
    </div>
  );
}

function Paper({ editor, access }: { editor: Editor; access: 'write' | 'read' }) {
  const text = useText();
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => isEmptyNote(editor) });
  const words = text(access === 'write' ? 'editor.empty' : 'editor.empty.read');
  return (
    <div className={styles.scroller} tabIndex={access === 'read' ? 0 : undefined}>
      <div className={styles.paper} data-empty={isEmpty || undefined} style={useWords(words)}>
        <EditorContent editor={editor} className={styles.text} />
        {isEmpty && access === 'write' && <StartCards editor={editor} />}
        {!isEmpty && access === 'write' && <WriteBelow editor={editor} />}
      </div>
    </div>
  );
}

/** What style sheets say where nothing is written. */
function useWords(empty: string): CSSProperties {
  const text = useOutcomeText();
  const said = { '--empty': empty, '--say-title': text('outcome.say-title'), '--say-more': text('outcome.say-more') };
  return Object.fromEntries(
    Object.entries(said).map(([name, words]) => [name, JSON.stringify(words)]),
  ) as CSSProperties;
}

/** One empty line is all there is. */
function isEmptyNote({ state: { doc } }: Editor): boolean {
  const [first] = [doc.firstChild];
  return doc.childCount === 1 && first?.type.name === 'paragraph' && first.content.size === 0;
}
