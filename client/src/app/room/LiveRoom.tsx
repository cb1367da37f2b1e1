import { Suspense, useCallback, useEffect } from 'react';
import { useEscape } from '../../design/shortcuts.ts';
import { useRoom } from '../../dialogue/room.ts';
import styles from './LiveRoom.module.css';
import { makeRoomForStage, useLayout } from './layouts/layout-choice.ts';
import { layouts } from './layouts/layouts.ts';
import { useStage } from './layouts/use-stage.ts';

/** The people of a room as its viewer has chosen to see them. */
export function LiveRoom() {
  const layout = useLayout();
  const { pinned } = useRoom();
  const stage = useStage();
  const isTaken = stage !== null;
  useEffect(() => makeRoomForStage(isTaken), [isTaken]);
  const View = stage?.with === 'alone' ? stage.Content : layouts[layout].View;
  return (
    <div className={styles.room} data-layout={layout}>
      <Suspense>
        <View />
      </Suspense>
      {pinned !== null && <Unpin />}
    </div>
  );
}

/** Escape looks away from whoever is pinned. */
function Unpin() {
  const { pin } = useRoom();
  useEscape(useCallback(() => pin(null), [pin]));
  return null;
}
