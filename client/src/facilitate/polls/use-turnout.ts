import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { useText } from './texts.ts';
import { usePresent } from './use-runs.ts';

/** How many have voted, in words. Of an anonymous run nobody knows it before the close but in fives. */
export function useTurnout(run: ShownRun): string {
  const text = useText();
  const present = usePresent(run);
  const { voters, sheet, status } = run;
  const isSecret = sheet.names === 'never' && status === 'open';
  if (isSecret && voters === 0) return text('polls.turnout.secret');
  return text(isSecret ? 'polls.turnout.least' : 'polls.turnout', { count: voters, present });
}
