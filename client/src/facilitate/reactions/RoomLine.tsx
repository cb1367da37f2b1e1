import type { RoomSigns } from '@multaqa/shared/facilitate/reactions/reactions.rules';
import { useSignWords } from './Temperature.tsx';
import { useSigns } from './use-signs.ts';

/** What a room shows now, on its card in the control room. */
export function RoomLine({ room }: { room: string }) {
  const shown = useSigns(room);
  return shown && <Words shown={shown} />;
}

function Words({ shown }: { shown: RoomSigns }) {
  return <span>{useSignWords(shown).join(' · ')}</span>;
}
