import { Button } from '@mantine/core';
import { Notice } from '../../design/Notice.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { AskedNotice } from '../../facilitate/media/host/AskedNotice.tsx';
import { MediaNotices } from '../../facilitate/media/MediaNotices.tsx';
import { ScreenNotice } from '../../facilitate/media/screen/ScreenNotice.tsx';
import { WaitingNotice } from '../../facilitate/sessions/live/WaitingList.tsx';
import { chooseLayout, useLayout } from './layouts/layout-choice.ts';
import type { RoomScene } from './room-scene.ts';
import { useText } from './texts.ts';

/** What has to be said above the stage: who waits, how the line is, what is not on the screen. */
export function RoomNotices({ scene, onSeePeople }: { scene: RoomScene; onSeePeople(): void }) {
  return (
    <>
      <WaitingNotice onSee={onSeePeople} />
      <AskedNotice media={scene.media} />
      <ScreenNotice media={scene.media} room={scene.room} />
      <MediaNotices media={scene.media} />
      <HiddenScreen scene={scene} />
    </>
  );
}

/** Nobody shall miss that a screen is shared, in a view without a stage or on a line that carries sound alone. */
function HiddenScreen({ scene: { sharer, hasScreen, me, media } }: { scene: RoomScene }) {
  const text = useText();
  const layout = useLayout();
  const name = useView(view => view.people[sharer ?? '']?.name) ?? text('common.nameless');
  if (sharer === null || sharer === me || (hasScreen && layout === 'stage')) return null;
  const show = () => {
    if (!hasScreen) media.chooseQuality('no-faces');
    if (layout !== 'stage') chooseLayout('stage');
  };
  return (
    <Notice action={<Button onClick={show}>{text('room.screen.show')}</Button>}>
      {text('room.screen.shared', { name })}
    </Notice>
  );
}
