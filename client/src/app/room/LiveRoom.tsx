import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useCallback, useEffect, useState } from 'react';
import { useEscape } from '../../design/shortcuts.ts';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import type { Media } from '../../facilitate/media/media-state.ts';
import { presentIn, sharerIn } from './company.ts';
import styles from './LiveRoom.module.css';
import { GridLayout } from './layouts/GridLayout.tsx';
import { ListLayout } from './layouts/ListLayout.tsx';
import { makeRoomForScreen, useLayout } from './layouts/layout-choice.ts';
import { StageLayout } from './layouts/StageLayout.tsx';
import { RoomNotices } from './RoomNotices.tsx';
import type { RoomScene } from './room-scene.ts';

type Props = { session: OpenSessionView; room: string; media: Media; onSeePeople(): void };

const layoutViews = { stage: StageLayout, grid: GridLayout, list: ListLayout };

/** The people of a room as its viewer has chosen to see them, below what has to be said to them now. */
export function LiveRoom({ session, room, media, onSeePeople }: Props) {
  const { person: me } = useMe();
  const [pinned, setPinned] = useState<string | null>(null);
  const present = presentIn(session, room, me);
  const sharer = sharerIn(media, me);
  const spotlight = useView(view => view.media[room]?.spotlight ?? []);
  const layout = useLayout();
  const hasScreen = sharer !== null && (sharer === me || media.quality.rung !== 'audio-only');
  useEffect(() => makeRoomForScreen(hasScreen), [hasScreen]);
  const scene: RoomScene = {
    session,
    room,
    me,
    media,
    present,
    sharer,
    hasScreen,
    spotlight,
    pinned,
    onPin: setPinned,
  };
  const Layout = layoutViews[layout];
  return (
    <div className={styles.room} data-layout={layout}>
      <RoomNotices scene={scene} onSeePeople={onSeePeople} />
      <div className={styles.layout}>
        <Layout scene={scene} />
      </div>
      {pinned !== null && <Unpin onUnpin={setPinned} />}
    </div>
  );
}

/** Escape looks away from whoever is pinned. */
function Unpin({ onUnpin }: { onUnpin(person: null): void }) {
  useEscape(useCallback(() => onUnpin(null), [onUnpin]));
  return null;
}
