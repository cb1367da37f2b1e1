import type { Editor } from '@tiptap/react';
import styles from './note.module.css';
import { useText } from './texts.ts';

/** The free space below the text: a click there writes on, also below a table or an outcome. */
export function WriteBelow({ editor }: { editor: Editor }) {
  const text = useText();
  return (
    <button
      type="button"
      className={styles.below}
      // Keys reach the end of the text without it.
      tabIndex={-1}
      aria-label={text('editor.below')}
      onClick={() => writeAtEnd(editor)}
    />
  );
}

function writeAtEnd(editor: Editor): void {
  const { doc } = editor.state;
  const isOpen = doc.lastChild?.type.name === 'paragraph' && doc.lastChild.content.size === 0;
  if (!isOpen) editor.commands.insertContentAt(doc.content.size, { type: 'paragraph' });
  editor.commands.focus('end');
}
