import { randomUUID } from 'node:crypto';
import { blocksFrom } from '@multaqa/shared/facilitate/agenda/templates';

/** The commands that plan the agenda of a session of so many minutes, in the languages of the example. */
export const exampleAgenda = (session: string, minutes: number): { kind: string; input: unknown }[] =>
  blocksFrom('exchange', ['en', 'ar'], minutes).map(block => ({
    kind: 'agenda.put',
    input: { session, block: randomUUID() as string, ...block },
  }));
