import { isHost } from '@multaqa/shared/kernel/context';
import { Suspense, useRef, useState } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { type Participant, useRoom } from '../../../dialogue/room.ts';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useRoomMedia } from '../../../facilitate/media/host/room-media.ts';
import { useMediaState } from '../../../facilitate/media/use-media.ts';
import { Tile } from '../Tile.tsx';
import { useText } from '../texts.ts';
import { onStage } from './on-stage.ts';
import { pageOf, stripSize } from './pages.ts';
import styles from './StageLayout.module.css';
import { Strip } from './Strip.tsx';
import { useShownVideos } from './use-shown-videos.ts';
import { useSize } from './use-size.ts';
import { useSpeaker } from './use-speaker.ts';
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
  const lit = useLit(stage !== null);
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

/** The people who are large; none while a feature has the stage. */
function useLit(isTaken: boolean): readonly Participant[] {
  const { person: me } = useMe();
  const people = useView(view => view.people);
  const { participants, pinned } = useRoom();
  const { spotlight } = useRoomMedia();
  const activeSpeakers = useMediaState(media => media.activeSpeakers);
  const connected = participants.filter(([, { lostAt }]) => lostAt === null).map(([person]) => person);
  const speaker = useSpeaker(activeSpeakers, connected, {
    me,
    isHost: person => isHost(people[person]?.role ?? null),
  });
  const present = participants.map(([person]) => person);
  const shown = onStage({ isTaken, pinned, spotlight, speaker, present });
  return shown.kind === 'people' ? participants.filter(([person]) => shown.people.includes(person)) : [];
}
