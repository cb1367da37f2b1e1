import { Button } from '@mantine/core';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { isHost } from '@multaqa/shared/kernel/context';
import { isLobby, type RoomId } from '@multaqa/shared/kernel/ids';
import { nameIn } from '@multaqa/shared/name-in';
import { useId, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { Secrecy } from '../Secrecy.tsx';
import { useText } from '../texts.ts';
import styles from './Manage.module.css';
import { useLaunch } from './use-launch.ts';

export type Launching = { poll: string; sheet: Sheet };
type Props = { of: Launching | null; onClose(): void };

/** Where a poll is to run: here, in every room, or in some of them. */
export function LaunchDialog({ of, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('polls.launch')} isOpen={of !== null} onClose={onClose} size={480} fills={false}>
      {of && <Form of={of} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ of: { poll, sheet }, onClose }: { of: Launching; onClose(): void }) {
  const text = useText();
  const { language } = useLanguage();
  const group = useId();
  const { role } = useMe();
  const { session, room } = useRoom();
  const nameOf = useRoomName();
  const launch = useLaunch();
  const open = session.rooms.filter(one => !isLobby(one));
  const [where, setWhere] = useState<'here' | 'all' | 'some'>('here');
  const [some, setSome] = useState<readonly RoomId[]>([room]);
  const rooms = where === 'here' ? [room] : where === 'all' ? open : open.filter(one => some.includes(one));
  const people = rooms.reduce((sum, one) => sum + (session.sizes[one] ?? 0), 0);
  // Who facilitates one room alone asks in that room.
  const choices = open.length > 1 && isHost(role) ? (['here', 'all', 'some'] as const) : (['here'] as const);
  const start = async () => {
    if (await launch(poll, sheet, rooms)) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        void start();
      }}
    >
      <p className={styles.question} dir="auto">
        {nameIn(sheet.question, language)}
      </p>
      <Secrecy sheet={sheet} />
      {choices.length > 1 && (
        <fieldset className={styles.where}>
          <legend className={styles.quiet}>{text('polls.where')}</legend>
          {choices.map(one => (
            <label key={one} className={styles.choice}>
              <input type="radio" name={group} checked={one === where} onChange={() => setWhere(one)} />
              <span>{one === 'here' ? nameOf(room) : text(`polls.where.${one}`)}</span>
            </label>
          ))}
          {where === 'some' && (
            <div className={styles.rooms}>
              {open.map(one => (
                <label key={one} className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={some.includes(one)}
                    onChange={() => setSome(some.includes(one) ? some.filter(other => other !== one) : [...some, one])}
                  />
                  <bdi>{nameOf(one)}</bdi>
                </label>
              ))}
            </div>
          )}
        </fieldset>
      )}
      <p className={styles.quiet}>{text('polls.reaches', { count: people })}</p>
      {sheet.names === 'never' && people < 5 && <p className={styles.warning}>{text('polls.too-few-for-secret')}</p>}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" disabled={rooms.length === 0} data-autofocus>
          {text('polls.start')}
        </Button>
      </FormActions>
    </form>
  );
}
