import { isHost } from '@multaqa/shared/kernel/context';
import { Suspense, useRef, useState } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.ts';
import type { RoomScene } from '../room-scene.ts';
import { Tile } from '../Tile.tsx';
import { useText } from '../texts.ts';
import { useSpeaker } from '../use-speaker.ts';
import { onStage } from './on-stage.ts';
import { pageOf, stripSize } from './pages.ts';
import { picturesOf } from './pictures.ts';
import styles from './StageLayout.module.css';
import { Strip } from './Strip.tsx';
import { useSize } from './use-size.ts';
import { useWatch } from './use-watch.ts';

const ScreenPlace = lazyWithTexts(async () => (await import('./ScreenPlace.tsx')).ScreenPlace);

const tileWidth = 176;
const arrows = 2 * 48;

/** One thing large (a screen, whom the light or one's own pin has chosen, or who speaks), the others in a strip. */
export function StageLayout({ scene }: { scene: RoomScene }) {
  const text = useText();
  const people = useView(view => view.people);
  const { media, me, present, pinned, spotlight } = scene;
  const sharer = scene.hasScreen ? scene.sharer : null;
  const layout = useRef<HTMLDivElement>(null);
  const [largeRef, large] = useSize();
  const [stripRef, strip] = useSize();
  const [wanted, setWanted] = useState(0);

  const connected = present.filter(([, { lostAt }]) => lostAt === null).map(([person]) => person);
  const speaker = useSpeaker(media.activeSpeakers, connected, {
    me,
    isHost: person => isHost(people[person]?.role ?? null),
  });
  const here = present.map(([person]) => person);
  const shown = onStage({ screen: sharer, pinned, spotlight, speaker, present: here });
  const lit = shown.kind === 'people' ? present.filter(([person]) => shown.people.includes(person)) : [];

  // Between two people nothing ever changes place, so nobody's is kept.
  const inStrip = present.length > 2 ? present : present.filter(one => !lit.includes(one));
  const page = pageOf(inStrip, stripSize(inStrip.length, strip.width, tileWidth, arrows), wanted);

  const faces = [
    ...lit.map(([person]) => ({ person, width: large.width / lit.length })),
    ...(strip.height > 0 ? page.items.filter(one => !lit.includes(one)) : []).map(([person]) => ({
      person,
      width: strip.width / page.items.length,
    })),
  ];
  useWatch(media.showVideos, layout, picturesOf(faces, me, sharer ? { person: sharer, width: large.width } : null));

  return (
    <div className={styles.layout} ref={layout}>
      <div className={styles.large} ref={largeRef}>
        {shown.kind === 'screen' && (
          <Suspense fallback={<Skeleton label={text('room.screen.coming')} />}>
            <ScreenPlace person={shown.person} scene={scene} />
          </Suspense>
        )}
        {lit.map(([person, seat]) => (
          <Tile key={person} person={person} seat={seat} scene={scene} size="stage" />
        ))}
        {present.length === 1 && <p className={styles.alone}>{text('room.alone')}</p>}
      </div>
      <Strip
        ref={stripRef}
        scene={scene}
        page={page}
        total={inStrip.length}
        onStage={lit.map(([person]) => person)}
        onTurn={setWanted}
      />
    </div>
  );
}
