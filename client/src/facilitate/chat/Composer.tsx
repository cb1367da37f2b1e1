import { ActionIcon, CloseButton, Textarea } from '@mantine/core';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import { isLobby, type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { graphemes } from '@multaqa/shared/kernel/text';
import { limits } from '@multaqa/shared/limits';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import { type FormEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { useCommand, useDraft, useMay } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './Composer.module.css';
import { Quote } from './MessageItem.tsx';
import { useText } from './texts.ts';
import { useTellWriting } from './use-writing.ts';

type Props = { room: RoomId; replyTo: Message | null; onReplyEnd(): void; onSaid(): void };

/** The field to write in. What is typed survives a reload; Enter sends where there is a real keyboard. */
export const Composer = memo(function Composer({ room, replyTo, onReplyEnd, onSaid }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const [draft, setDraft] = useDraft(`chat/${room}`);
  const [isForAll, setForAll] = useState(false);
  const tellWriting = useTellWriting(room);
  const label = text(isForAll ? 'chat.announce' : isLobby(room) ? 'chat.write.lobby' : 'chat.write');
  const field = useRef<HTMLTextAreaElement>(null);
  const left = limits.chatGraphemes - (draft.length > limits.chatGraphemes / 2 ? graphemes(draft.trim()) : 0);
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);

  const say = () => {
    const said = draft.trim();
    if (!said || left < 0) return;
    const message = newId();
    if (isForAll) void send('chat.announce', { session: sessionOf(room), message, text: said });
    else void send('chat.say', { room, message, text: said, ...(replyTo && { replyTo: replyTo.message }) });
    setDraft('');
    tellWriting(false);
    setForAll(false);
    onReplyEnd();
    onSaid();
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && replyTo) {
      event.stopPropagation();
      onReplyEnd();
    }
    // Input methods use Enter to choose a word; the keyboards of phones have no other way to a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    if (matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    say();
  };

  return (
    <form className={styles.composer} data-all={isForAll} onSubmit={submit}>
      {replyTo && (
        <div className={styles.reply}>
          <Quote message={replyTo} />
          <CloseButton aria-label={text('chat.reply-end')} onClick={onReplyEnd} />
        </div>
      )}
      {isForAll && <p className={styles.all}>{text('chat.all-rooms')}</p>}
      <div className={styles.row}>
        <Textarea
          ref={field}
          className={styles.field}
          aria-label={label}
          placeholder={label}
          value={draft}
          autosize
          minRows={1}
          maxRows={6}
          enterKeyHint="send"
          onChange={event => {
            setDraft(event.currentTarget.value);
            tellWriting(event.currentTarget.value.trim() !== '');
          }}
          onKeyDown={onKey}
        />
        {may('chat.announce') && !replyTo && (
          <ActionIcon
            aria-label={text('chat.announce')}
            aria-pressed={isForAll}
            title={text('chat.announce')}
            variant={isForAll ? 'filled' : 'subtle'}
            color={isForAll ? 'accent' : 'ink'}
            onClick={() => {
              setForAll(!isForAll);
              field.current?.focus();
            }}
          >
            <Icon of={IconSpeakerphone} />
          </ActionIcon>
        )}
        <ActionIcon
          type="submit"
          variant="filled"
          color="accent"
          aria-label={text('chat.send')}
          title={text('chat.send')}
        >
          <Icon of={IconSend} mirrored />
        </ActionIcon>
      </div>
      {left < 200 && (
        <p className={left < 0 ? styles.tooLong : styles.left} role="status">
          {text(left < 0 ? 'chat.too-long' : 'chat.left', { count: Math.abs(left) })}
        </p>
      )}
    </form>
  );
});
