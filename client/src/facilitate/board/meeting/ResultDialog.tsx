import type { DotResult } from '@multaqa/shared/facilitate/board/board.state';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { Dialog } from '../../../design/Dialog.tsx';
import type { Board } from '../scene/open-board.ts';
import type { Desk } from '../surface/desk.ts';
import { ResultList } from './ResultList.tsx';
import { useText } from './texts.ts';

type Props = {
  result: { readonly [thing: ThingId]: DotResult };
  board: Board;
  desk: Desk | null;
  onClose(): void;
};

/** What a vote says, from the most dots to the fewest, with the way to each thing on the board. */
export function ResultDialog({ result, board, desk, onClose }: Props) {
  const text = useText();
  const go = (thing: ThingId) => {
    const bounds = desk?.index.boundsOf(thing);
    if (!desk || !bounds) return;
    const [x, y, width, height] = bounds;
    desk.camera.show([x - width, y - height, width * 3, height * 3]);
    desk.choose([thing]);
    onClose();
  };
  return (
    <Dialog title={text('meeting.result')} isOpen onClose={onClose}>
      <ResultList result={result} board={board} onGo={desk ? go : null} />
    </Dialog>
  );
}
