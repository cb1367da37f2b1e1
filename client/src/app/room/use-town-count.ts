import { useRoom } from '../../dialogue/room.ts';
import { useView } from '../../dialogue/use-dialogue.ts';

/** From how many towns those are whose seats one sees. */
export function useTownCount(): number {
  const { participants } = useRoom();
  return useView(
    ({ people }) => new Set(participants.map(([person]) => people[person]?.municipality).filter(Boolean)).size,
  );
}
