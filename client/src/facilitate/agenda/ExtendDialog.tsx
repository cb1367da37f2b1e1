import { Button } from '@mantine/core';
import { clockOf, extendedEnd } from '@multaqa/shared/facilitate/agenda/clock';
import { nameIn } from '@multaqa/shared/name-in';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { Note } from '../../design/Note.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useServerClock } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './ExtendDialog.module.css';
import { useText } from './texts.ts';
import { type Current, useClosesAt, useCurrent } from './use-agenda.ts';

const choices = [2, 5, 10, 15] as const;

/** Gives the block that goes on more time, and shows first what that costs those that come. */
export function ExtendDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const text = useText();
  const { language } = useLanguage();
  const current = useCurrent();
  if (!current) return null;
  return (
    <Dialog
      title={text('agenda.extend', { block: nameIn(current.block.title, language) })}
      isOpen={isOpen}
      onClose={onClose}
      size={480}
      fills={false}
    >
      {isOpen && <Form current={current} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ current, onClose }: { current: Current; onClose(): void }) {
  const text = useText();
  const send = useCommand();
  const { session } = useRoom().session;
  const [minutes, setMinutes] = useState<number>(5);
  const inMinutes = (count: number) => text('common.minutes', { count });
  const extend = async () => {
    const ack = await send('agenda.extend', { session, block: current.block.block, minutes });
    if (ack.ok) onClose();
  };
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{text('agenda.extend.how-much')}</legend>
        {choices.map(choice => (
          <label key={choice} className={styles.choice}>
            <input
              type="radio"
              name="agenda-minutes"
              checked={minutes === choice}
              onChange={() => setMinutes(choice)}
            />
            {text('agenda.extend.plus', { minutes: inMinutes(choice) })}
          </label>
        ))}
      </fieldset>
      <Costs current={current} minutes={minutes} />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button onClick={() => void extend()}>{text('agenda.extend.do', { minutes: inMinutes(minutes) })}</Button>
      </FormActions>
    </>
  );
}

/** What those that come lose by it, compared with what they have now. */
function Costs({ current, minutes }: { current: Current; minutes: number }) {
  const text = useText();
  const { language } = useLanguage();
  const moments = useMoments();
  const now = useServerClock()();
  const closesAt = useClosesAt();
  const { ahead, endsAt } = current;
  const [before, after] = [endsAt, extendedEnd(endsAt, minutes, now)].map(end =>
    clockOf({ endsAt: end, ahead, closesAt }, now),
  );
  const inMinutes = (count: number) => text('common.minutes', { count });
  const losers = ahead.flatMap(({ block, title }, at) => {
    const [was, will] = [before?.ahead[at]?.minutes ?? 0, after?.ahead[at]?.minutes ?? 0];
    return will < was ? [{ block, name: nameIn(title, language), was, will }] : [];
  });
  const late = after?.late ?? 0;
  const time = moments.time(closesAt);
  return (
    <div className={styles.costs} aria-live="polite">
      {losers.length > 0 && (
        <>
          <p>{text('agenda.extend.costs', { time })}</p>
          <ul className={styles.losers}>
            {losers.map(({ block, name, was, will }) => (
              <li key={block}>
                <bdi>{name}</bdi>
                <span>{text('agenda.extend.from-to', { before: inMinutes(was), after: inMinutes(will) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {losers.length === 0 && late === 0 && <p>{text('agenda.extend.free', { time })}</p>}
      {late > 0 && <Note tone="warning">{text('agenda.extend.late', { minutes: inMinutes(late) })}</Note>}
    </div>
  );
}
