import { Button, Menu } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import type { Doc } from 'yjs';
import { useStore } from 'zustand';
import { Avatar } from '../../../design/Avatar.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { CommentField } from './CommentField.tsx';
import styles from './Comments.module.css';
import { type CommentsUiStore, unmarkWords } from './comment-marks.ts';
import { useText } from './texts.ts';
import { addReply, type Entry, removeEntry, setResolved } from './threads.ts';
import type { PlacedThread } from './use-threads.ts';

type Props = { editor: Editor; doc: Doc; ui: CommentsUiStore; thread: PlacedThread; me: string; isWritable: boolean };

/** What was said about some words, and the way to answer. */
export function ThreadCard({ editor, doc, ui, thread, me, isWritable }: Props) {
  const text = useText();
  const now = useServerClock();
  const { id, words, isResolved } = thread;
  const isActive = useStore(ui, ({ active }) => active === id);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const show = () => {
    ui.setState({ active: id });
    if (words !== null) editor.chain().setTextSelection(thread.from).scrollIntoView().run();
  };
  const remove = (reply: number | null) => {
    removeEntry(doc, id, reply);
    if (reply === null) unmarkWords(editor, id);
  };
  return (
    <article
      ref={card}
      className={styles.thread}
      data-active={isActive || undefined}
      aria-label={words ?? text('comments.gone')}
    >
      <button type="button" className={styles.words} onClick={show} disabled={words === null}>
        {words === null ? text('comments.gone') : <q dir="auto">{words}</q>}
      </button>
      <Said entry={thread} canRemove={isWritable && thread.by === me} onRemove={() => remove(null)} />
      {thread.replies.map((reply, at) => (
        <Said
          // biome-ignore lint/suspicious/noArrayIndexKey: replies have no ids; they only grow at the end, or one is taken out.
          key={at}
          entry={reply}
          canRemove={isWritable && reply.by === me}
          onRemove={() => remove(at)}
        />
      ))}
      <div className={styles.end}>
        {isResolved && <Pill tone="good">{text('comments.resolved')}</Pill>}
        {isWritable && !isResolved && (
          <CommentField
            label={text('comments.reply')}
            send={text('comments.send')}
            onSay={said => addReply(doc, id, said, now())}
          />
        )}
        {isWritable && (
          <Button variant="subtle" onClick={() => setResolved(doc, id, isResolved ? null : now())}>
            {text(isResolved ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        )}
      </div>
    </article>
  );
}

function Said({ entry, canRemove, onRemove }: { entry: Entry; canRemove: boolean; onRemove(): void }) {
  const text = useText();
  const moments = useMoments();
  const name = useView(({ people }) => (entry.by ? people[entry.by]?.name : null)) || text('common.nameless');
  return (
    <div className={styles.said}>
      <div className={styles.who}>
        <Avatar id={entry.by ?? ''} name={name} size={24} />
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.time}>{moments.time(entry.at)}</span>
        {canRemove && (
          <MenuOnDemand label={text('comments.actions')} className={styles.actions}>
            <Menu.Item leftSection={<Icon of={IconTrash} size={20} />} onClick={onRemove}>
              {text('comments.remove')}
            </Menu.Item>
          </MenuOnDemand>
        )}
      </div>
      <p className={styles.comment} dir="auto">
        {entry.text}
      </p>
    </div>
  );
}
