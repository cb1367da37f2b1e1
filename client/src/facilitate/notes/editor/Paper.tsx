import { type Editor, EditorContent, useEditorState } from '@tiptap/react';
import type { CSSProperties } from 'react';
import { useText as useOutcomeText } from '../outcome/texts.ts';
import styles from './note.module.css';
import { StartCards } from './StartCards.tsx';
import { useText } from './texts.ts';
import { WriteBelow } from './WriteBelow.tsx';

/** From how many blocks on those out of sight are not laid out: it would cost more than it saves in a short note. */
const long = 400;

type Props = {
  editor: Editor;
  access: 'write' | 'read';
  /** What it says while nothing is written: the notes of a room teach, what a session brings home is put together. */
  empty: 'notes' | 'output';
};

/** The text, and what stands below it while there is none. */
export function Paper({ editor, access, empty }: Props) {
  const text = useText();
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => isEmptyNote(editor) });
  const isLong = useEditorState({ editor, selector: ({ editor }) => editor.state.doc.childCount > long });
  const words = text(
    access === 'read' ? 'editor.empty.read' : empty === 'notes' ? 'editor.empty' : 'editor.empty.output',
  );
  return (
    <div className={styles.scroller} data-note-scroller="" tabIndex={access === 'read' ? 0 : -1}>
      <div
        className={styles.paper}
        data-empty={isEmpty || undefined}
        data-long={isLong || undefined}
        style={useWords(words, access)}
      >
        <EditorContent editor={editor} className={styles.text} />
        {isEmpty && access === 'write' && empty === 'notes' && <StartCards editor={editor} />}
        {(!isEmpty || empty === 'output') && access === 'write' && <WriteBelow editor={editor} />}
      </div>
    </div>
  );
}

/** What style sheets say where nothing is written. */
function useWords(empty: string, access: 'write' | 'read'): CSSProperties {
  const text = useOutcomeText();
  // Whoever only reads is not asked to say more.
  const [title, more] = access === 'write' ? [text('outcome.say-title'), text('outcome.say-more')] : ['', ''];
  const said = { '--empty': empty, '--say-title': title, '--say-more': more };
  return Object.fromEntries(
    Object.entries(said).map(([name, words]) => [name, JSON.stringify(words)]),
  ) as CSSProperties;
}

/** One empty line is all there is. */
function isEmptyNote({ state: { doc } }: Editor): boolean {
  return doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0;
}
