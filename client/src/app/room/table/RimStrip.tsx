import { type RefObject, useState } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useShownVideos } from '../layouts/use-shown-videos.ts';
import { useSize } from '../layouts/use-size.ts';
import type { Stage } from '../layouts/use-stage.ts';
import { videosOf } from '../layouts/videos.ts';
import { useText } from '../texts.ts';
import { OtherSeats } from './OtherSeats.tsx';
import styles from './RimStrip.module.css';
import { SeatMenu } from './SeatMenu.tsx';
import { TableSeat } from './TableSeat.tsx';
import { useRound } from './use-round.ts';
import { useSeated } from './use-table.ts';
import { useWithCamera } from './use-with-camera.ts';

/** A place in the strip, in CSS px. */
const place = 76;
const disc = 40;

type Props = { stage: Stage; width: number; layout: RefObject<HTMLElement | null> };

/** The seats in a row, while something else lies on the table: who is there, and who speaks. */
export function RimStrip({ stage, width: stageWidth, layout }: Props) {
  const { person: me } = useMe();
  const withCamera = useWithCamera();
  const text = useText();
  const { showPanel } = useRoom();
  const { seated } = useSeated();
  const [ref, { width }] = useSize();
  const [open, setOpen] = useState<string | null>(null);
  const fitting = Math.max(1, Math.floor(width / place));
  const shown = seated.length > fitting ? seated.slice(0, fitting - 1) : seated;
  const faces = shown.flatMap(({ sitter: { key } }) =>
    withCamera.includes(key) ? [{ person: key, width: disc }] : [],
  );
  useShownVideos(layout, videosOf(faces, me, { videos: stage.videos, width: stageWidth }));
  const { current, ...round } = useRound(shown.map(({ sitter }) => sitter.key));
  return (
    <ul className={styles.strip} ref={ref} aria-label={text('room.everybody')} {...round}>
      {shown.map(one => {
        const { key, kind } = one.sitter;
        return (
          <li key={key} className={styles.place}>
            <TableSeat
              seated={one}
              label={one.names.first}
              disc={disc}
              lines={1}
              isOpen={open === key}
              tabIndex={current === key ? 0 : -1}
              onOpen={() => (kind === 'town' ? showPanel('people') : setOpen(key))}
            />
            {open === key && <SeatMenu person={key} onClose={() => setOpen(null)} />}
          </li>
        );
      })}
      {shown.length < seated.length && (
        <li className={styles.place}>
          <OtherSeats count={seated.length - shown.length} disc={disc} />
        </li>
      )}
    </ul>
  );
}
