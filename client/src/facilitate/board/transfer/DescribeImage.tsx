import { ActionIcon, TextInput } from '@mantine/core';
import { changeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { limits } from '@multaqa/shared/limits';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { announce } from '../../../design/announce.ts';
import { Icon } from '../../../design/Icon.tsx';
import styles from './DescribeImage.module.css';
import { placeUnder } from './place-under.ts';
import type { TransferDesk } from './target.ts';
import { useText } from './texts.ts';

type Props = { desk: TransferDesk; image: ThingId; onDone(): void };

/**
 * Asks once what an image that has just come shows, beside it and without taking the keyboard. Enter keeps what was written, Escape leaves
 * it; going on to something else keeps it too, so that nothing written is lost.
 */
export function DescribeImage({ desk, image, onDone }: Props) {
  const text = useText();
  const [words, setWords] = useState('');
  const { board, root } = desk;
  useSyncExternalStore(desk.camera.subscribe, desk.camera.now);
  const thing = useSyncExternalStore(board.subscribe, () => board.scene().get(image));
  const end = (said: string) => {
    const alt = said.trim();
    if (alt && board.scene().has(image)) {
      board.edit(doc => changeThing(doc, image, { alt }));
      announce(text('board.transfer.described'));
    }
    onDone();
  };
  const goOn = useRef(() => {});
  useEffect(() => {
    goOn.current = () => end(words);
  });
  useEffect(() => {
    const arrived = board.scene().get(image);
    if (arrived) desk.camera.reveal(thingBounds(board.scene(), arrived));
  }, [desk, board, image]);
  // Whoever chooses something else goes on.
  useEffect(
    () =>
      desk.ui.subscribe(() => {
        if (!desk.chosen().includes(image)) goOn.current();
      }),
    [desk, image],
  );
  if (thing?.kind !== 'image') return null;
  const back = () => root.now?.focus({ preventScroll: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    end(words);
    back();
  };
  return (
    <form
      className={styles.ask}
      style={placeUnder(thingBounds(board.scene(), thing), desk.camera.now(), desk.camera.size())}
      onSubmit={submit}
      onKeyDown={event => {
        // Keys belong to the field while it has them.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        onDone();
        back();
      }}
    >
      <TextInput
        aria-label={text('board.transfer.describe')}
        placeholder={text('board.transfer.describe')}
        value={words}
        dir="auto"
        maxLength={limits.boardAltLength}
        className={styles.field ?? ''}
        onChange={event => setWords(event.currentTarget.value)}
      />
      {words.trim() && (
        <ActionIcon type="submit" aria-label={text('common.save')} title={text('common.save')}>
          <Icon of={IconCheck} size={20} />
        </ActionIcon>
      )}
      <ActionIcon
        aria-label={text('board.transfer.describe.later')}
        title={text('board.transfer.describe.later')}
        onClick={onDone}
      >
        <Icon of={IconX} size={20} />
      </ActionIcon>
    </form>
  );
}
