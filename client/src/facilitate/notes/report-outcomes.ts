import { inOrder, type Registered } from '@multaqa/shared/facilitate/notes/notes.state';

/**
 * What a report tells of a session: what was brought together, then what the rooms wrote and nobody brought in, so that nothing is
 * told twice.
 */
export function toldInReport(outcomes: readonly Registered[]): { brought: Registered[]; left: Registered[] } {
  const brought = inOrder(outcomes.filter(({ document }) => document === 'output'));
  const taken = new Set(brought.flatMap(({ from }) => from));
  const left = inOrder(outcomes.filter(({ document, outcome }) => document === 'notes' && !taken.has(outcome)));
  return { brought, left };
}
