import type { PersonCard } from '@multaqa/shared/people/people.view';
import { Pill } from '../../design/Pill.tsx';
import { useProgress } from '../form/use-progress.ts';
import { useText } from './texts.ts';

/** How far somebody has come with what is asked; nothing for who is not asked, and where one does not see it. */
export function AnswersState({ card }: { card: PersonCard }) {
  const text = useText();
  const standing = useProgress()(card);
  switch (standing?.state) {
    case 'all':
      return <Pill tone="good">{text('roster.answers.all')}</Pill>;
    case 'some':
      return <Pill>{text('roster.answers.some', { given: standing.given, asked: standing.asked })}</Pill>;
    case 'none':
      return <Pill tone="warning">{text('roster.answers.none')}</Pill>;
    default:
      return null;
  }
}
