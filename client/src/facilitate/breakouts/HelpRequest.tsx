import { Button, TextInput } from '@mantine/core';
import type { RoomInside } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import IconLifebuoy from '@tabler/icons-react/dist/esm/icons/IconLifebuoy.mjs';
import { type FormEvent, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { useCommand, useServerClock } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import { useTick } from '../../platform/use-tick.ts';
import styles from './breakouts.module.css';
import { useText } from './texts.ts';

/** Calls a host with one tap; a word about it can follow, and so can the end of it. */
export function HelpRequest({ room, help }: { room: RoomId; help: RoomInside['help'] }) {
  const text = useText();
  const send = useCommand();
  if (help) return <Asked room={room} help={help} />;
  return (
    <Button
      variant="default"
      leftSection={<Icon of={IconLifebuoy} size={20} />}
      onClick={() => void send('breakouts.help', { room, text: '' })}
    >
      {text('breakouts.help')}
    </Button>
  );
}

function Asked({ room, help }: { room: RoomId; help: NonNullable<RoomInside['help']> }) {
  const text = useText();
  const send = useCommand();
  const now = useServerClock();
  const moments = useMoments();
  const [word, setWord] = useState('');
  useTick(30_000);
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (word.trim() === '') return;
    void send('breakouts.help', { room, text: word.trim() });
    setWord('');
  };
  return (
    <div className={styles.asked} role="status">
      <p>
        <b>{text('breakouts.help.asked')}</b> <span className={styles.quiet}>{moments.relative(help.at, now())}</span>
      </p>
      {help.text && (
        <p className={styles.quiet} dir="auto">
          {help.text}
        </p>
      )}
      <form onSubmit={say} className={styles.word}>
        <TextInput
          aria-label={text('breakouts.help.word')}
          placeholder={text('breakouts.help.word')}
          maxLength={limits.wordGraphemes}
          value={word}
          onChange={event => setWord(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {text('breakouts.help.add')}
        </Button>
      </form>
      <Button variant="subtle" onClick={() => void send('breakouts.unhelp', { room })}>
        {text('breakouts.help.end')}
      </Button>
    </div>
  );
}
