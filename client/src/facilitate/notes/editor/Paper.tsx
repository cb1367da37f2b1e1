import { type Editor, EditorContent, useEditorState } from '@tiptap/react';
import type { CSSProperties } from 'react';
import { useText as useOutcomeText } from '../outcome/texts.ts';
import styles from './note.module.css';
import { StartCards } from './StartCards.tsx';
import { useText } from './texts.ts';
import { WriteBelow } from './WriteBelow.tsx';

/** The text, and what stands below it while there is none. */
export function Paper({ editor, access }: { editor: Editor; access: 'write' | 'read' }) {
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
  return doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0;
}
