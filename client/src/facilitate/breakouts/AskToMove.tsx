import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { useBreakoutName, useRoomName } from '../../dialogue/rooms.ts';
import { useCommand, useOwn } from '../../dialogue/use-dialogue.ts';
import styles from './breakouts.module.css';
import { useText } from './texts.ts';

/** Asks the hosts for another room. */
export function AskToMove({ live, room }: { live: LiveView; room: RoomId }) {
  const text = useText();
  const roomName = useRoomName();
  const asked = useOwn(({ breakouts }) => breakouts.asked);
  const [isOpen, setOpen] = useState(false);
  if (asked)
    return (
      <p className={styles.asked} role="status">
        {asked.wish ? text('breakouts.asked.for', { room: roomName(asked.wish) }) : text('breakouts.asked')}
      </p>
    );
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {text('breakouts.ask')}
      </Button>
      <Dialog title={text('breakouts.ask')} isOpen={isOpen} onClose={() => setOpen(false)} size={440}>
        <Form live={live} room={room} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Form({ live, room, onDone }: { live: LiveView; room: RoomId; onDone(): void }) {
  const text = useText();
  const send = useCommand();
  const nameOf = useBreakoutName();
  const [wish, setWish] = useState('');
  const [word, setWord] = useState('');
  const ask = async () => {
    const ack = await send('breakouts.ask', { room, wish: wish || null, text: word.trim() });
    if (ack.ok) onDone();
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void ask();
      }}
    >
      <NativeSelect
        label={text('breakouts.ask.room')}
        value={wish}
        onChange={event => setWish(event.currentTarget.value)}
        data={[
          { value: '', label: text('breakouts.ask.any') },
          ...live.rooms.filter(one => one.room !== room).map(one => ({ value: one.room, label: nameOf(one) })),
        ]}
      />
      <TextInput
        mt={12}
        label={text('breakouts.ask.word')}
        maxLength={limits.wordGraphemes}
        value={word}
        onChange={event => setWord(event.currentTarget.value)}
      />
      <FormActions>
        <Button variant="default" onClick={onDone}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('breakouts.ask.send')}</Button>
      </FormActions>
    </form>
  );
}
