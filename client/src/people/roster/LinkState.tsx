import type { PersonCard } from '@multaqa/shared/people/people.view';
import { Pill } from '../../design/Pill.tsx';
import { useMoments } from '../../platform/moments.ts';
import { useText } from './texts.ts';

/** Whether somebody's personal link has been handed out. */
export function LinkState({ card }: { card: PersonCard }) {
  const text = useText();
  const moments = useMoments();
  if (card.invitedAt) return <Pill tone="good">{text('roster.link.given', { day: moments.day(card.invitedAt) })}</Pill>;
  return <Pill>{text('roster.link.none')}</Pill>;
}
