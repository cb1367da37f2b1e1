import { type Picture, type PictureChange, patched, thingIn } from '@multaqa/shared/facilitate/board/picture/picture';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useMemo, useState } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { get } from '../../../platform/http.ts';

/** From one look for changes to the next while somebody watches, in ms; and the shortest pause after somebody has written. */
const pause = 12_000;
const shortest = 4_000;

type Seen = { mark: string; picture: Picture };

/** The picture of a room's board, and what has changed in it now and then; null before it is here. */
export function usePicture(room: RoomId): { scene: Scene | null; isFailing: boolean } {
  const { id } = useDialogue();
  const writtenAt = useView(({ board }) => board[room]?.writtenAt ?? null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [isFailing, setFailing] = useState(false);
  const mark = seen?.mark ?? '';
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      try {
        const answer = await get<PictureChange & { mark: string }>(
          `/dialogues/${id}/board/${room}/picture?since=${encodeURIComponent(mark)}`,
        );
        if (isGone) return;
        setFailing(false);
        setSeen(before => ({ mark: answer.mark, picture: patched(before?.picture ?? new Map(), answer) }));
      } catch {
        if (!isGone) setFailing(true);
      }
    };
    if (mark === '') void look();
    // Somebody has written: that is worth a look before the next one is due.
    const timers = [
      setInterval(look, pause),
      ...(mark !== '' && writtenAt !== null ? [setTimeout(look, shortest)] : []),
    ];
    return () => {
      isGone = true;
      for (const timer of timers) clearTimeout(timer);
    };
  }, [id, room, mark, writtenAt]);
  const picture = seen?.picture;
  const scene = useMemo(() => picture && sceneOf(picture), [picture]);
  return { scene: scene ?? null, isFailing };
}

const sceneOf = (picture: Picture): Scene =>
  new Map(Array.from(picture, ([thing, text]) => [thing, thingIn(text)] as const));
