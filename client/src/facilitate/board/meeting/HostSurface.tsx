import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useCallback, useRef } from 'react';
import type { OpenDocument } from '../../../documents/document.ts';
import { useDocument, useSync } from '../../../documents/use-document.ts';
import { BoardSurface, type SurfaceProps } from '../surface/BoardSurface.tsx';
import type { Desk } from '../surface/desk.ts';
import { NotKept } from './NotKept.tsx';
import styles from './RoomBoard.module.css';
import type { Layer } from './showing.ts';
import { useBoard } from './use-board.ts';

/** Nobody locks anything on the layer of hosts. */
const nothing: ReadonlySet<ThingId> = new Set();

type Props = { room: RoomId; layer: Layer; surface: SurfaceProps };

/** The board as hosts see it, with their own layer over it; they work on one of the two. */
export function HostSurface({ room, layer, surface }: Props) {
  const document = useDocument('hostboard', room);
  const own = useBoard(document);
  const onDesk = useSameView(surface.onDesk);
  if (layer === 'hosts' && own && document)
    return (
      <OnLayer key="hosts" document={document} surface={{ ...surface, board: own, behind: surface.board, onDesk }} />
    );
  return <BoardSurface key="board" {...surface} above={own} onDesk={onDesk} />;
}

function OnLayer({ document, surface }: { document: OpenDocument; surface: SurfaceProps }) {
  const { access } = useSync(document);
  const { parts: _, farMarks: __, ...plain } = surface;
  return (
    <>
      <div className={styles.over}>
        <NotKept document={document} locked={nothing} />
      </div>
      <BoardSurface {...plain} document={document} access={access ?? 'read'} />
    </>
  );
}

/** Shows the same part of the board on the next desk as on the one before. */
function useSameView(onDesk: SurfaceProps['onDesk']) {
  const last = useRef<Desk | null>(null);
  return useCallback(
    (desk: Desk | null) => {
      const before = last.current;
      if (desk && before && before !== desk) {
        const [x, y, width, height] = before.view();
        if (width > 0 && height > 0) desk.camera.show([x, y, width, height]);
      }
      if (desk) last.current = desk;
      onDesk?.(desk);
    },
    [onDesk],
  );
}
