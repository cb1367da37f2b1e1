import { changeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { mergedInto } from '@multaqa/shared/facilitate/board/scene/merged';
import type { WrittenThing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useCallback, useState } from 'react';
import { tell } from '../../../design/toasts.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { newId } from '../../../platform/ids.ts';
import type { Board } from '../scene/open-board.ts';
import { kindWithin, titleOf } from './outcome-of.ts';
import { useText } from './texts.ts';

type Props = { room: RoomId; board: Board; thing: WrittenThing; onDone(): void };

/** Keeps what a thing says as an outcome of the room, and marks the thing with it; draws nothing. */
export function KeepThing({ room, board, thing, onDone }: Props) {
  const text = useText();
  const { Keeper } = useRoom();
  // What is kept is what stood there when somebody asked for it.
  const [kept] = useState(() => {
    const scene = board.scene();
    const parts = [...scene.values()].flatMap(one =>
      mergedInto(scene, one)?.id === thing.id && 'text' in one ? one.text : [],
    );
    return { outcome: newId(), kind: kindWithin(scene, thing), ...titleOf([thing.text, ...parts]) };
  });
  const done = useCallback(
    (isKept: boolean) => {
      if (isKept) board.edit(doc => changeThing(doc, thing.id, { outcome: kept.outcome }));
      tell(text(isKept ? 'meeting.outcome.kept' : 'meeting.outcome.not-kept'), isKept ? 'good' : 'danger');
      onDone();
    },
    [board, thing.id, kept.outcome, text, onDone],
  );
  return Keeper && <Keeper room={room} {...kept} onDone={done} />;
}
