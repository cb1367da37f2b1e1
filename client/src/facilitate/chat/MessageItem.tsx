import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import { Avatar } from '../../design/Avatar.tsx';
import { Icon } from '../../design/Icon.tsx';
import { PersonClusterMark } from '../../dialogue/PersonCluster.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './MessageItem.module.css';
import { MessageMenu } from './MessageMenu.tsx';
import { Reactions } from './Reactions.tsx';
import { useText } from './texts.ts';
import { WithLinks } from './WithLinks.tsx';

type Props = {
  room: string;
  message: Message;
  isFirst: boolean;
  quoted: Message | undefined;
  onReply(message: Message): void;
  onHold(message: string | null): void;
};

/** One message with its author, what it answers, and what people feel about it. */
export function MessageItem({ room, message, isFirst, quoted, onReply, onHold }: Props) {
  const text = useText();
  const moments = useMoments();
  const me = useMe();
  const author = useView(view => view.people[message.author]);
  const name = author?.name ?? text('common.nameless');
  const isMine = message.author === me.person;
  const isForAll = message.to === 'all';
  return (
    <article
      className={styles.item}
      data-first={isFirst}
      data-all={isForAll}
      aria-label={text('chat.message-of', { name, time: moments.time(message.at) })}
    >
      <span className={styles.face}>{isFirst && <Avatar id={message.author} name={name} size={34} />}</span>
      <div className={styles.body}>
        {isFirst && (
          <header className={styles.head}>
            <span className={styles.name}>
              <bdi>{isMine ? text('common.you') : name}</bdi>
            </span>
            <PersonClusterMark person={message.author} />
            {author?.municipality && <bdi className={styles.quiet}>{author.municipality}</bdi>}
            <time className={styles.quiet} dateTime={new Date(message.at).toISOString()}>
              {moments.time(message.at)}
            </time>
          </header>
        )}
        {isForAll && (
          <p className={styles.forAll}>
            <Icon of={IconSpeakerphone} size={16} />
            {text('chat.to-all')}
          </p>
        )}
        {quoted && <Quote message={quoted} />}
        {message.status === 'removed' ? (
          <p className={styles.removed}>{text('chat.removed')}</p>
        ) : (
          <p className={styles.text} dir="auto">
            <WithLinks text={message.text} />
          </p>
        )}
        <Reactions room={room} message={message} />
      </div>
      <MessageMenu room={room} message={message} name={name} onReply={onReply} onHold={onHold} />
    </article>
  );
}

/** The beginning of the message that one answers. */
export function Quote({ message }: { message: Message }) {
  const text = useText();
  const name = useView(view => view.people[message.author]?.name);
  return (
    <blockquote className={styles.quote}>
      <bdi className={styles.name}>{name ?? text('common.nameless')}</bdi>
      <span className={styles.excerpt} dir="auto">
        {message.status === 'removed' ? text('chat.removed') : message.text}
      </span>
    </blockquote>
  );
}
