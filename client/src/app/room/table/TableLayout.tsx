import { type RefObject, Suspense, useRef } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useLit } from '../layouts/use-lit.ts';
import { useShownVideos } from '../layouts/use-shown-videos.ts';
import { useSize } from '../layouts/use-size.ts';
import { useSpeaker } from '../layouts/use-speaker.ts';
import { type Stage, useStage } from '../layouts/use-stage.ts';
import { videosOf } from '../layouts/videos.ts';
import { useText } from '../texts.ts';
import type { Table } from './arrange.ts';
import { faceIn } from './face.ts';
import { RimStrip } from './RimStrip.tsx';
import { RoundTable } from './RoundTable.tsx';
import styles from './TableLayout.module.css';
import { TableMiddle } from './TableMiddle.tsx';
import { useWithCamera } from './use-with-camera.ts';

/** Below this size, in CSS px, a face would not be known by its picture. */
const leastPicture = 40;

/** Everybody round a table, who speaks in its middle. What a feature shows takes the table, and the seats stay at its rim. */
export function TableLayout() {
  const stage = useStage();
  const layout = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.layout} ref={layout} data-taken={stage !== null}>
      {stage ? (
        <Taken stage={stage} layout={layout} />
      ) : (
        <RoundTable>{table => <Middle table={table} layout={layout} />}</RoundTable>
      )}
    </div>
  );
}

type Layout = RefObject<HTMLDivElement | null>;

function Taken({ stage, layout }: { stage: Stage; layout: Layout }) {
  const text = useText();
  const [ref, { width }] = useSize();
  return (
    <>
      <div className={styles.stage} ref={ref}>
        <Suspense fallback={<Skeleton label={text('common.loading')} />}>
          <stage.Content />
        </Suspense>
      </div>
      <RimStrip stage={stage} width={width} layout={layout} />
    </>
  );
}

/** What lies on the table; asks for the pictures of those who have one and a seat on the screen. Who speaks draws this alone again. */
function Middle({ table, layout }: { table: Table; layout: Layout }) {
  const { person: me } = useMe();
  const withCamera = useWithCamera();
  const lit = useLit(false, useSpeaker());
  const { middle, cell } = table.plan;
  const large = lit.map(([person]) => ({ person, width: faceIn(middle, 'picture').width / lit.length }));
  const seated = table.seats.flatMap(({ seated: { sitter } }) => (sitter.kind === 'person' ? [sitter.key] : []));
  const small = seated
    .filter(person => cell.disc >= leastPicture && withCamera.includes(person) && !lit.some(([one]) => one === person))
    .map(person => ({ person, width: cell.disc }));
  useShownVideos(layout, videosOf([...large, ...small], me));
  return <TableMiddle lit={lit} cameras={withCamera.length} box={middle} />;
}
