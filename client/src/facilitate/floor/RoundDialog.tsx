import { Button, Checkbox, Radio } from '@mantine/core';
import { roundOrders } from '@multaqa/shared/facilitate/floor/floor.messages';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './HostDialogs.module.css';
import { useSpeakers } from './people-here.ts';
import { SecondsField } from './SecondsField.tsx';
import { useText } from './texts.ts';

type Props = { isOpen: boolean; onClose(): void };
type Order = (typeof roundOrders)[number];

/** Everybody speaks in turn: in which order, for how long, and who takes part. */
export function RoundDialog({ isOpen, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('floor.round')} isOpen={isOpen} onClose={onClose}>
      <Form onDone={onClose} />
    </Dialog>
  );
}

function Form({ onDone }: { onDone(): void }) {
  const text = useText();
  const send = useCommand();
  const { room, seatOrder } = useRoom();
  const speakers = useSpeakers();
  const [order, setOrder] = useState<Order>('municipality');
  const [seconds, setSeconds] = useState<number | null>(60);
  // Those who host ask and listen, unless they say otherwise.
  const [out, setOut] = useState<ReadonlySet<string>>(
    () => new Set(speakers.filter(({ isHost }) => isHost).map(({ person }) => person)),
  );
  const taking = speakers.filter(({ person }) => !out.has(person)).map(({ person }) => person);
  const begin = async () => {
    const people = order === 'seat' ? seatOrder().filter(person => taking.includes(person)) : taking;
    const ack = await send('floor.begin', { room, round: newId(), order, seed: chance(), seconds, people });
    if (ack.ok) onDone();
  };
  const toggle = (person: string, isIn: boolean) => {
    const next = new Set(out);
    if (isIn) next.delete(person);
    else next.add(person);
    setOut(next);
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (taking.length > 0) void begin();
      }}
    >
      <p>{text('floor.round.text')}</p>
      <Radio.Group label={text('floor.round.order')} value={order} onChange={value => setOrder(value as Order)}>
        <div className={styles.choices}>
          {roundOrders.map(one => (
            <Radio key={one} value={one} label={text(`floor.round.order.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <SecondsField label={text('floor.round.seconds')} value={seconds} onChange={setSeconds} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{text('floor.round.who')}</legend>
        <div className={styles.taking}>
          {speakers.map(({ person, name, town }) => (
            <Checkbox
              key={person}
              label={
                <>
                  <bdi>{name}</bdi> <bdi className={styles.town}>{town}</bdi>
                </>
              }
              checked={!out.has(person)}
              onChange={event => toggle(person, event.currentTarget.checked)}
            />
          ))}
        </div>
      </fieldset>
      <p className={styles.count} role="status">
        {text('floor.round.count', { count: taking.length })}
      </p>
      <FormActions>
        <Button variant="default" onClick={onDone}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" disabled={taking.length === 0}>
          {text('floor.round.begin')}
        </Button>
      </FormActions>
    </form>
  );
}

/** The seed of an order by chance. */
const chance = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
