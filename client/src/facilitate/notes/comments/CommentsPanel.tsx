import { Button, CloseButton } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useId, useState } from 'react';
import type { Doc } from 'yjs';
import { useStore } from 'zustand';
import { useServerClock } from '../../../dialogue/use-dialogue.ts';
import { CommentField } from './CommentField.tsx';
import styles from './Comments.module.css';
import { type CommentsUiStore, markWords } from './comment-marks.ts';
import { ThreadCard } from './ThreadCard.tsx';
import { useText } from './texts.ts';
import { addThread } from './threads.ts';
import type { PlacedThread } from './use-threads.ts';

type Props = {
  editor: Editor;
  doc: Doc;
  ui: CommentsUiStore;
  threads: readonly PlacedThread[];
  me: string;
  isWritable: boolean;
};

/** The threads on a note, beside its text or below it. */
export function CommentsPanel({ editor, doc, ui, threads, me, isWritable }: Props) {
  const text = useText();
  const title = useId();
  const now = useServerClock();
  const [showsAll, setShowsAll] = useState(false);
  const { isListed, draft } = useStore(ui);
  if (!isListed) return null;
  const resolved = threads.filter(({ isResolved }) => isResolved).length;
  const shown = showsAll ? threads : threads.filter(({ isResolved }) => !isResolved);
  const close = () => {
    ui.setState({ isListed: false, active: null, draft: null });
    editor.commands.focus();
  };
  const begin = (said: string) => {
    const id = draft && markWords(editor, draft);
    if (id) addThread(doc, id, said, now());
    ui.setState({ draft: null, active: id });
  };
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <div className={styles.head}>
        <h2 id={title} className={styles.title}>
          {text('comments.title')}
        </h2>
        <CloseButton aria-label={text('common.close')} onClick={close} />
      </div>
      {draft && isWritable && (
        <div className={styles.thread} data-active>
          <CommentField
            label={text('comments.write')}
            send={text('comments.add')}
            onSay={begin}
            onLeave={close}
            autoFocus
          />
        </div>
      )}
      {shown.length === 0 && !draft && <p className={styles.none}>{text('comments.none')}</p>}
      <ol className={styles.threads}>
        {shown.map(thread => (
          <li key={thread.id}>
            <ThreadCard editor={editor} doc={doc} ui={ui} thread={thread} me={me} isWritable={isWritable} />
          </li>
        ))}
      </ol>
      {resolved > 0 && (
        <Button variant="subtle" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? text('comments.hide-resolved') : text('comments.show-resolved', { count: resolved })}
        </Button>
      )}
    </section>
  );
}
