import type { PersonCard } from '@multaqa/shared/people/people.view';
import { Pill } from '../../design/Pill.tsx';
import { useMoments } from '../../platform/moments.ts';
import styles from './LinkState.module.css';
import { useText } from './texts.ts';

/** How far somebody's invitation has come: copied by an organiser, opened, joined by. */
export function LinkState({ card: { invitedAt, openedAt, joinedAt } }: { card: PersonCard }) {
  const text = useText();
  const { day } = useMoments();
  if (joinedAt) return <Pill tone="good">{text('roster.link.joined', { day: day(joinedAt) })}</Pill>;
  if (openedAt) return <Pill tone="accent">{text('roster.link.opened', { day: day(openedAt) })}</Pill>;
  if (invitedAt) return <Pill>{text('roster.link.copied', { day: day(invitedAt) })}</Pill>;
  return <span className={styles.none}>{text('roster.link.none')}</span>;
}
