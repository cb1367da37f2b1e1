import { Button, Loader } from '@mantine/core';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import { useCallback, useMemo, useState } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Icon } from '../../design/Icon.tsx';
import { useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './ChatPanel.module.css';
import { Composer } from './Composer.tsx';
import { LeftDrafts } from './LeftDrafts.tsx';
import { MessageList } from './MessageList.tsx';
import { useText } from './texts.ts';
import { threadOf } from './thread.ts';
import { useUnsent } from './Unsent.tsx';
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

const none: readonly Message[] = [];

/** What was said in a room, what is on its way, and the field to write in. */
function Conversation({ room }: { room: string }) {
  const text = useText();
  const may = useMay();
  const { history, isLoading, loadOlder, shorten } = useHistory(room);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const messages = history?.messages ?? none;
  const byId = useMemo(() => new Map(messages.map(message => [message.message, message])), [messages]);
  const unsent = useUnsent(room, byId);
  const entries = useMemo(() => threadOf(messages, unsent), [messages, unsent]);
  const endReply = useCallback(() => setReplyTo(null), []);
  const scroll = useScroll({ entries, history, loadOlder, shorten, held });
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
        <div className={styles.thread} data-empty={entries.length === 0}>
          <div className={styles.older}>
            {history?.more && (
              <Button variant="subtle" onClick={() => void loadOlder()} disabled={isLoading}>
                {isLoading ? <Loader size={18} /> : text('chat.older')}
              </Button>
            )}
          </div>
          {history && entries.length === 0 && (
            <EmptyState title={text('chat.empty.title')} text={text('chat.empty.text')} />
          )}
          <MessageList {...{ room, entries, byId }} of={scroll.virtualizer} onReply={setReplyTo} onHold={setHeld} />
        </div>
      </section>
      {scroll.fresh > 0 && (
        <button type="button" className={styles.fresh} onClick={scroll.toEnd}>
          <Icon of={IconArrowDown} size={18} />
          {text('chat.fresh', { count: scroll.fresh })}
        </button>
      )}
      <Writing key={room} room={room} />
      <LeftDrafts room={room} />
      {may('chat.say', { room }) ? (
        <Composer room={room} replyTo={replyTo} onReplyEnd={endReply} onSaid={scroll.toEnd} />
      ) : (
        <p className={styles.reading}>{text('chat.reading')}</p>
      )}
    </div>
  );
}
