import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import type { Virtualizer } from '@tanstack/react-virtual';
import { memo } from 'react';
import { useMoments } from '../../platform/moments.ts';
import { MessageItem } from './MessageItem.tsx';
import styles from './MessageList.module.css';
import { useText } from './texts.ts';
import type { Entry } from './thread.ts';
import { Unsent } from './Unsent.tsx';
import { above } from './use-scroll.ts';

type EntryProps = {
  room: string;
  byId: ReadonlyMap<string, Message>;
  onReply(message: Message): void;
  onHold(message: string | null): void;
};

type Props = EntryProps & { entries: readonly Entry[]; of: Virtualizer<HTMLElement, HTMLElement> };

/** What was said, as far as it is in sight; the rest is empty space of about the right height. */
export function MessageList({ entries, of, byId, ...props }: Props) {
  const text = useText();
  // A feed is made of messages; while there are none it is none.
  const feed = byId.size > 0 ? { role: 'feed', 'aria-label': text('chat.title') } : {};
  return (
    <div {...feed} className={styles.thread} data-thread="" style={{ blockSize: of.getTotalSize() }}>
      {of.getVirtualItems().map(({ key, index, start }) => {
        const entry = entries[index];
        if (!entry) return null;
        return (
          <div
            key={key}
            ref={of.measureElement}
            data-index={index}
            data-entry={entry.key}
            className={styles.entry}
            style={{ insetBlockStart: start - above }}
          >
            {entry.kind === 'unsent' ? (
              <Unsent item={entry.item} room={props.room} />
            ) : (
              <Drawn
                message={entry.message}
                isNewDay={entry.isNewDay}
                isFirst={entry.isFirst}
                quoted={entry.message.replyTo ? byId.get(entry.message.replyTo) : undefined}
                {...props}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

type DrawnProps = Omit<EntryProps, 'byId'> &
  Omit<Extract<Entry, { kind: 'message' }>, 'kind' | 'key'> & { quoted: Message | undefined };

const Drawn = memo(function Drawn({ isNewDay, ...props }: DrawnProps) {
  return (
    <>
      {isNewDay && <Day at={props.message.at} />}
      <MessageItem {...props} />
    </>
  );
});

function Day({ at }: { at: number }) {
  const moments = useMoments();
  return (
    <div className={styles.day}>
      <span>{moments.fullDay(at)}</span>
    </div>
  );
}
