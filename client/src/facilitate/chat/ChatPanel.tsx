import { Button, Loader } from '@mantine/core';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './ChatPanel.module.css';
import { Composer } from './Composer.tsx';
import { MessageItem } from './MessageItem.tsx';
import { useText } from './texts.ts';
import { threadOf } from './thread.ts';
import { Unsent } from './Unsent.tsx';
import { useChatRoom } from './use-chat-room.tsx';
import { useHistory } from './use-history.ts';
import { useScroll } from './use-scroll.ts';
import { Writing } from './Writing.tsx';

/** Writing to the room, and for hosts to the other rooms of the session. */
export function ChatPanel() {
  const text = useText();
  const { place } = useMe();
  const names = useView(({ sessions, people }) => {
    const session = place && sessions[place.session];
    return session?.status === 'open' ? session.watchedBy.map(person => people[person]?.name ?? '') : [];
  });
  const { room, choice } = useChatRoom();
  if (!place || !room) return null;
  return (
    <div className={styles.panel}>
      {choice}
      {room === place.room && names.length > 0 && (
        <p className={styles.watched}>{text('chat.watched', { names: names.join(text('common.comma')) })}</p>
      )}
      <Conversation key={room} room={room} />
    </div>
  );
}

/** What was said in a room, what is on its way, and the field to write in. */
function Conversation({ room }: { room: string }) {
  const text = useText();
  const may = useMay();
  const { locale } = useLanguage();
  const moments = useMoments();
  const { history, isLoading, loadOlder } = useHistory(room);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const messages = history?.messages ?? [];
  const scroll = useScroll(history, loadOlder);
  const entries = useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' });
    return threadOf(messages, at => day.format(at));
  }, [messages, locale]);
  const byId = useMemo(() => new Map(messages.map(message => [message.message, message])), [messages]);
  return (
    <div className={styles.chat}>
      <section
        className={styles.scroller}
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
        tabIndex={0}
        aria-label={text('chat.title')}
      >
        <div className={styles.thread} data-empty={messages.length === 0}>
          {history?.more && (
            <Button variant="subtle" onClick={() => void loadOlder()} disabled={isLoading}>
              {isLoading ? <Loader size={18} /> : text('chat.older')}
            </Button>
          )}
          {history && messages.length === 0 && (
            <EmptyState title={text('chat.empty.title')} text={text('chat.empty.text')} />
          )}
          {entries.map(entry =>
            entry.kind === 'day' ? (
              <div key={`day-${entry.at}`} className={styles.day}>
                <span>{moments.fullDay(entry.at)}</span>
              </div>
            ) : (
              <MessageItem
                key={entry.message.message}
                room={room}
                message={entry.message}
                isFirst={entry.isFirst}
                quoted={entry.message.replyTo ? byId.get(entry.message.replyTo) : undefined}
                onReply={setReplyTo}
              />
            ),
          )}
          <Unsent room={room} shown={byId} />
        </div>
      </section>
      {scroll.fresh > 0 && (
        <button type="button" className={styles.fresh} onClick={scroll.toEnd}>
          <Icon of={IconArrowDown} size={18} />
          {text('chat.fresh', { count: scroll.fresh })}
        </button>
      )}
      <Writing key={room} room={room} />
      {may('chat.say', { room }) ? (
        <Composer room={room} replyTo={replyTo} onReplyEnd={() => setReplyTo(null)} onSaid={scroll.toEnd} />
      ) : (
        <p className={styles.reading}>{text('chat.reading')}</p>
      )}
    </div>
  );
}
