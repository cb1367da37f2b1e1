import type { RoomChat } from '@multaqa/shared/facilitate/chat/chat.rules';
import { useCallback, useState } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { usePacedView } from '../../dialogue/use-dialogue.ts';
import { extended, type History, preceded, shortened } from './history.ts';

type Read = {
  /** Null until it has arrived. */
  history: History | null;
  isLoading: boolean;
  loadOlder(): Promise<void>;
  /** Lets go of what is far from the end; for a reader who is there. */
  shorten(): void;
};

/** The messages of a room that this person sees into, with a way to the older ones. */
export function useHistory(room: string): Read {
  const dialogue = useDialogue();
  const page = usePacedView(useCallback(view => view.chat[room] ?? null, [room]));
  const [seen, setSeen] = useState<{ page: RoomChat | null; history: History | null }>({ page: null, history: null });
  const [isLoading, setLoading] = useState(false);
  const current = seen.page === page ? seen : { page, history: page && extended(seen.history, page) };
  if (current !== seen) setSeen(current);
  const { history } = current;

  const loadOlder = useCallback(async () => {
    const first = history?.messages[0];
    if (!history?.more || !first) return;
    setLoading(true);
    const asked = await dialogue.ask('chat.older', { room: history.room, before: first.seq });
    setLoading(false);
    if (!asked.ok) return;
    const older = asked.answer as Pick<History, 'messages' | 'more'>;
    setSeen(now =>
      now.page && now.history?.room === history.room
        ? { ...now, history: preceded(now.history, older, now.page) }
        : now,
    );
  }, [dialogue, history]);

  const shorten = useCallback(
    () =>
      setSeen(now => {
        const history = now.history && shortened(now.history);
        return history === now.history ? now : { ...now, history };
      }),
    [],
  );

  return { history, isLoading, loadOlder, shorten };
}
