import { Button } from '@mantine/core';
import { Avatar } from '../../../design/Avatar.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import styles from './PeopleHere.module.css';
import { useText } from './texts.ts';

/** What opening the door is called for who waits, and for who was sent out. */
const words = {
  waiting: { open: 'live.admit', openFor: 'live.admit.of' },
  barred: { open: 'live.readmit', openFor: 'live.readmit.of' },
} as const;

type Props = { person: string; why: keyof typeof words; onOpen(): void };

/** Somebody outside, and the way to let them in. */
export function DoorRow({ person, why, onOpen }: Props) {
  const text = useText();
  const card = useView(view => view.people[person]);
  const name = card?.name ?? text('common.nameless');
  return (
    <li className={styles.row}>
      <Avatar id={person} name={name} size={36} />
      <div className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
        <bdi className={styles.quiet}>{card?.municipality}</bdi>
      </div>
      <Button variant="default" aria-label={text(words[why].openFor, { name })} onClick={onOpen}>
        {text(words[why].open)}
      </Button>
    </li>
  );
}
