import { type Editor, EditorContent, useEditorState } from '@tiptap/react';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { CaretMenu } from './caret-menu/CaretMenu.tsx';
import { newCaretMenu } from './caret-menu/caret-menu.ts';
import { WhoIsHere } from './carets/WhoIsHere.tsx';
import styles from './editor/note.module.css';
import { newNoteUi } from './editor/note-ui.ts';
import { StartCards } from './editor/StartCards.tsx';
import { useText } from './editor/texts.ts';
import { useNoteEditor } from './editor/use-note-editor.ts';
import { useNoteReader } from './editor/use-note-reader.ts';
import { WriteBelow } from './editor/WriteBelow.tsx';
import { showOutcome } from './outcome/show-outcome.ts';
import { useText as useOutcomeText } from './outcome/texts.ts';
import { LinkDialog } from './toolbar/LinkDialog.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';

/** A shared note, and what this person may do with it. */
export type NoteDocument = { doc: Doc; awareness: Awareness; access: 'write' | 'read' };

type Props = {
  document: NoteDocument;
  /** Who takes the notes of the room; null for nobody. */
  noteTaker?: string | null;
  /** How safe what is written is, or other words for the line above the text. */
  status?: ReactNode;
  /** An outcome to scroll to, as soon as it is there; another object shows it again. */
  shows?: { outcome: string } | null;
  /** Told of the editor, for pages that put something into its text; null when it goes. */
  onReady?(editor: Editor | null): void;
};

/** The notes of a room: everybody who may writes in the same text at the same time. Whoever may only read sees no tools. */
export function NoteEditor({
  document: { doc, awareness, access },
  noteTaker = null,
  status,
  shows = null,
  onReady,
}: Props) {
  const { person } = useMe();
  const reader = useNoteReader();
  const [ui] = useState(newNoteUi);
  const [menu] = useState(newCaretMenu);
  const desk = useMemo(() => ({ doc, awareness, reader, ui, menu }), [doc, awareness, reader, ui, menu]);
  const editor = useNoteEditor(desk, access);
  useShown(editor, shows);
  useEffect(() => {
    onReady?.(editor);
    return () => onReady?.(null);
  }, [editor, onReady]);
  return (
    <div className={styles.notes}>
      {access === 'write' && <Toolbar editor={editor} ui={ui} />}
      <div className={styles.above}>
        <div className={styles.status}>{status}</div>
        <WhoIsHere editor={editor} awareness={awareness} me={person} noteTaker={noteTaker} />
      </div>
      <Paper editor={editor} access={access} />
      {access === 'write' && <LinkDialog editor={editor} ui={ui} />}
      <CaretMenu menu={menu} />
    </div>
  );
}

/** Shows an outcome once: now, or when it has arrived. */
function useShown(editor: Editor, shows: { outcome: string } | null): void {
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

function Paper({ editor, access }: { editor: Editor; access: 'write' | 'read' }) {
  const text = useText();
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => isEmptyNote(editor) });
  const words = text(access === 'write' ? 'editor.empty' : 'editor.empty.read');
  return (
    <div className={styles.scroller} data-note-scroller="" tabIndex={access === 'read' ? 0 : undefined}>
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
