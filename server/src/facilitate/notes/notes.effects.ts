import { documentName } from '@multaqa/shared/documents/names';
import { type PersonId, plenaryOf, type SessionId } from '@multaqa/shared/kernel/ids';
import { derivedId } from '../../dialogue/derived-id.ts';
import type { Effect } from '../../dialogue/effects.ts';
import type { Documents } from '../../documents/documents.ts';

/**
 * Keeps what a session brings together as it was when somebody signed it off, so that it can be read when it was opened again. The
 * documents come later, since what was not done when the last process ended begins before everything is put together.
 */
export const keepSigned = (documents: Promise<Pick<Documents, 'keep'>>): Effect => ({
  kinds: ['notes.signed'],
  async run(dialogue, { data, seq }) {
    const { session, person } = data as { session: SessionId; person: PersonId };
    const name = documentName({ kind: 'output', room: plenaryOf(session) });
    const version = derivedId(`signed ${dialogue} ${seq}`);
    // Where as many versions have been named as may be, the document still says what was signed: nobody writes it.
    await (await documents).keep(dialogue, name, { version, kind: 'signed', title: null, person });
  },
});
