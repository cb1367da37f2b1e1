import type { PersonCard } from '@multaqa/shared/people/people.view';
import { Pill } from '../../design/Pill.tsx';
import { useText } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';

/** Whether somebody's personal link has been handed out. */
export function LinkState({ card }: { card: PersonCard }) {
  const text = useText();
  const moments = useMoments();
  if (card.invitedAt) return <Pill tone="good">{text('people.link.given', { day: moments.day(card.invitedAt) })}</Pill>;
  return <Pill>{text('people.link.none')}</Pill>;
}
