import { Suspense, useRef, useState } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { Tile } from '../Tile.tsx';
import { useText } from '../texts.ts';
import { pageOf, stripSize } from './pages.ts';
import styles from './StageLayout.module.css';
import { Strip } from './Strip.tsx';
import { useLit } from './use-lit.ts';
import { useShownVideos } from './use-shown-videos.ts';
import { useSize } from './use-size.ts';
import { useSpeakerElse } from './use-speaker.ts';
import { useStage } from './use-stage.ts';
import { videosOf } from './videos.ts';

const tileWidth = 176;
const arrows = 2 * 48;

/** One thing large (what a feature shows, a pinned person, the spotlight, or who speaks), the others in a strip. */
export function StageLayout() {
  const text = useText();
  const { person: me } = useMe();
  const { participants } = useRoom();
  const stage = useStage();
  const lit = useLit(stage !== null, useSpeakerElse());
  const layout = useRef<HTMLDivElement>(null);
  const [largeRef, large] = useSize();
  const [stripRef, strip] = useSize();
  const [wanted, setWanted] = useState(0);

  // Between two people nothing ever changes place, so nobody's is kept.
  const inStrip = participants.length > 2 ? participants : participants.filter(one => !lit.includes(one));
  const page = pageOf(inStrip, stripSize(inStrip.length, strip.width, tileWidth, arrows), wanted);
  const small = strip.height > 0 ? page.items.filter(one => !lit.includes(one)) : [];
  const faces = [
    ...lit.map(([person]) => ({ person, width: large.width / lit.length })),
    ...small.map(([person]) => ({ person, width: strip.width / page.items.length })),
  ];
  useShownVideos(layout, videosOf(faces, me, stage && { videos: stage.videos, width: large.width }));

  return (
    <div className={styles.layout} ref={layout}>
      <div className={styles.large} ref={largeRef}>
        {stage && (
          <Suspense fallback={<Skeleton label={text('common.loading')} />}>
            <stage.Content />
          </Suspense>
        )}
        {lit.map(participant => (
          <Tile key={participant[0]} participant={participant} size="stage" />
        ))}
        {participants.length === 1 && <p className={styles.alone}>{text('room.alone')}</p>}
      </div>
      <Strip
        ref={stripRef}
        page={page}
        total={inStrip.length}
        onStage={lit.map(([person]) => person)}
        onTurn={setWanted}
      />
    </div>
  );
}
