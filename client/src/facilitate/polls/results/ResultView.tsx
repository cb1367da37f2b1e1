import { useElementSize, useMergedRef } from '@mantine/hooks';
import { resultOf } from '@multaqa/shared/facilitate/polls/results/read-result';
import { type ReactNode, useState } from 'react';
import type { Size } from './chart/frame.ts';
import { Hatch } from './chart/Hatch.tsx';
import type { Telling } from './chart/telling.ts';
import { viewOf } from './kinds/views.ts';
import { ResultTable } from './ResultTable.tsx';
import styles from './ResultView.module.css';
import { drawingOf, type Shown, tableOf } from './told.ts';
import { useCalmTally } from './use-calm-tally.ts';
import { useRoomBelow } from './use-room-below.ts';
import { useTelling } from './use-telling.ts';

type Props = Shown & {
  size: Size;
  /** What stands beside the switch between picture and table. */
  tools?: ReactNode;
};

/** Before anything is measured: a narrow phone. */
const usualWidth = 320;

/** What a poll has come to: as a picture with direct labels, and as a table for whoever prefers one or cannot see it. */
export function ResultView({ size, tools = null, ...shown }: Props) {
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const { ref: below, room } = useRoomBelow(size === 'stage');
  const ref = useMergedRef(measured, below);
  const [isTable, setIsTable] = useState(false);
  const telling = useTelling(shown.sheet, width || usualWidth, size, room);
  const { text } = telling;
  const table = tableOf(shown, telling);
  const hasPicture = viewOf({ kind: shown.sheet.design.kind }).draw !== null;
  return (
    <figure className={`${styles.result} ${styles[size]}`}>
      <div ref={ref} className={styles.width} />
      {shown.tally.voters === 0 ? (
        <p className={styles.empty}>{text('poll-results.empty')}</p>
      ) : (
        <>
          {!isTable && <Picture shown={shown} telling={telling} />}
          {(isTable || hasPicture) && (
            <ResultTable table={table} isHidden={!isTable} caption={text('poll-results.result')} />
          )}
          <div className={styles.tools}>
            {hasPicture && (
              <button type="button" className={styles.switch} onClick={() => setIsTable(!isTable)}>
                {text(isTable ? 'poll-results.as-picture' : 'poll-results.as-table')}
              </button>
            )}
            {tools}
          </div>
        </>
      )}
    </figure>
  );
}

function Picture({ shown, telling }: { shown: Shown; telling: Telling }) {
  const tally = useCalmTally(shown.tally);
  const drawing = drawingOf({ ...shown, tally }, telling);
  const result = resultOf(shown.sheet, shown.tally);
  const { Read } = viewOf(result);
  if (!drawing) return Read ? <Read result={result} telling={telling} /> : null;
  const { frame, text } = telling;
  const height = Math.ceil(drawing.height);
  return (
    <svg
      role="img"
      aria-label={text('poll-results.picture')}
      className={styles.picture}
      width={frame.width}
      height={height}
      viewBox={`0 0 ${frame.width} ${height}`}
    >
      <Hatch />
      {drawing.body}
    </svg>
  );
}
