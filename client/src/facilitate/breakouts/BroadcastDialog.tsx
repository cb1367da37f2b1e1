import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { Material } from '@multaqa/shared/facilitate/breakouts/prepared';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { tell } from '../../design/toasts.tsx';
import { useBreakoutName } from '../../dialogue/rooms.ts';
import { useCommand, useDraft } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './breakouts.module.css';
import { titleOf } from './files/file-title.ts';
import { hostOf, linkFrom, secureScheme } from './files/links.ts';
import { MaterialList } from './files/MaterialList.tsx';
import { UploadField } from './files/UploadField.tsx';
import { useText } from './texts.ts';

type Props = {
  live: LiveView;
  /** The rooms that are chosen when it opens. */
  rooms: 'all' | readonly RoomId[];
  isOpen: boolean;
  onClose(): void;
};

/** Tells all rooms, or some, something that stays until each reader puts it away; a link can go along. */
export function BroadcastDialog({ live, rooms, isOpen, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('breakouts.tell')} isOpen={isOpen} onClose={onClose} size={520}>
      <Form live={live} rooms={rooms} onDone={onClose} />
    </Dialog>
  );
}

function Form({ live, rooms, onDone }: Pick<Props, 'live' | 'rooms'> & { onDone(): void }) {
  const text = useText();
  const send = useCommand();
  const nameOf = useBreakoutName();
  const [words, setWords] = useDraft(`breakouts/tell/${live.session}`);
  const [link, setLink] = useState('');
  const [files, setFiles] = useState<readonly Material[]>([]);
  const [chosen, setChosen] = useState<readonly RoomId[]>(rooms === 'all' ? live.rooms.map(({ room }) => room) : rooms);
  const address = link === '' ? null : linkFrom(link);
  const isLink = link === '' || address !== null;
  const isReady = (words.trim() !== '' || address !== null || files.length > 0) && isLink && chosen.length > 0;
  const say = async () => {
    const material: Material[] = link ? [{ material: newId(), kind: 'link', title: hostOf(link), url: link }] : [];
    const isToAll = chosen.length === live.rooms.length;
    const ack = await send('breakouts.broadcast', {
      session: live.session,
      broadcast: newId(),
      rooms: isToAll ? 'all' : [...chosen],
      text: words.trim(),
      material,
    });
    if (!ack.ok) return;
    setWords('');
    onDone();
    tell(text('breakouts.tell.done', { count: chosen.length }));
  };
  return (
    <form
      className={styles.tell}
      onSubmit={event => {
        event.preventDefault();
        if (isReady) void say();
      }}
    >
      <Textarea
        label={text('breakouts.tell.words')}
        description={text('breakouts.tell.hint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={limits.broadcastGraphemes}
        value={words}
        data-autofocus
        onChange={event => setWords(event.currentTarget.value)}
      />
      <TextInput
        label={text('breakouts.tell.link')}
        dir="ltr"
        placeholder={secureScheme}
        inputMode="url"
        value={link}
        error={isLink ? null : text('breakouts.tell.no-link')}
        onChange={event => setLink(event.currentTarget.value)}
      />
      {files.length > 0 && <MaterialList material={files} />}
      {files.length < limits.broadcastMaterial - 1 && (
        <UploadField
          onSent={({ name, ...file }) =>
            setFiles(before => [...before, { material: newId(), kind: 'file', title: titleOf(name), ...file }])
          }
        />
      )}
      <Checkbox.Group label={text('breakouts.tell.rooms')} value={[...chosen]} onChange={value => setChosen(value)}>
        <div className={styles.choices}>
          {live.rooms.map(card => (
            <Checkbox key={card.room} value={card.room} label={nameOf(card)} />
          ))}
        </div>
      </Checkbox.Group>
      <FormActions>
        <Button variant="default" onClick={onDone}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" disabled={!isReady}>
          {text('breakouts.tell.send', { count: chosen.length })}
        </Button>
      </FormActions>
    </form>
  );
}
