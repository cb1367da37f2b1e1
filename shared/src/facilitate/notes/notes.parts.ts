import type { StateParts } from '../../kernel/slice.ts';
import type { Notes, SessionNotes } from './notes.state.ts';

/** One part for each session, so that a change in one writes no other again; where each outcome is, is told from these. */
export const parts: StateParts<Notes> = {
  split: ({ sessions, outputs }) => ({
    outputs,
    ...Object.fromEntries(Object.entries(sessions).map(([session, notes]) => [`session/${session}`, notes])),
  }),
  join(kept) {
    const sessions = Object.entries(kept).flatMap(([key, part]) =>
      key.startsWith('session/') ? [[key.slice('session/'.length), part as SessionNotes] as const] : [],
    );
    return {
      outputs: kept.outputs as Notes['outputs'],
      sessions: Object.fromEntries(sessions),
      where: Object.fromEntries(
        sessions.flatMap(([session, { outcomes }]) =>
          Object.keys(outcomes).map(outcome => [outcome, session] as const),
        ),
      ),
    };
  },
};
