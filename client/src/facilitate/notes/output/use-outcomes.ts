import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import type { SessionId } from '@multaqa/shared/kernel/ids';
import { useMemo, useSyncExternalStore } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { openPolled } from '../../../platform/polled.ts';

/**
 * The outcomes of any session: those of the session that one is in come with the view as they are written, those of another are
 * asked for every five seconds for as long as they are looked at. Null until the first answer.
 */
export function useOutcomes(session: SessionId): readonly Registered[] | null {
  const { place } = useMe();
  const dialogue = useDialogue();
  const isHere = place?.session === session;
  const register = useView(({ notes }) => (isHere ? notes.register : null));
  const asked = useMemo(
    () =>
      openPolled<readonly Registered[]>(async () => {
        const answer = await dialogue.ask('notes.outcomes', { session });
        return answer.ok ? (answer.answer as readonly Registered[]) : null;
      }, 5_000),
    [dialogue, session],
  );
  const answered = useSyncExternalStore(isHere ? idle : asked.subscribe, asked.current);
  return useMemo(() => (register ? Object.values(register) : answered), [register, answered]);
}

const idle = () => () => {};
