import type { Reaction, Sign } from '@multaqa/shared/facilitate/reactions/reactions.messages';
import type { RoomSigns } from '@multaqa/shared/facilitate/reactions/reactions.rules';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useOwn, useView } from '../../dialogue/use-dialogue.ts';

/** What a room shows now; null while nobody shows anything. */
export function useSigns(room: string): RoomSigns | null {
  return useView(view => view.reactions[room] ?? null);
}

/** The signs that one shows oneself, and the way to show one or take it down. */
export function useOwnSigns(): { own: readonly Sign[]; toggle(sign: Sign): void } {
  const { room } = useRoom();
  const send = useCommand();
  const own = useOwn(({ reactions }) => reactions);
  return { own, toggle: sign => void send('reactions.sign', { room, sign, on: !own.includes(sign) }) };
}

/** Shows the room a reaction; without a line it is lost, since its moment is over then. */
export function useReact(): (reaction: Reaction) => void {
  const { signal } = useDialogue();
  const { room } = useRoom();
  return reaction => signal('reactions.react', { room, reaction });
}
