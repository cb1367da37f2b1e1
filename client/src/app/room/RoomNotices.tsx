import { Button } from '@mantine/core';
import { Notice } from '../../design/Notice.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { AskedNotice } from '../../facilitate/media/host/AskedNotice.tsx';
import { ScreenNotice } from '../../facilitate/media/host/ScreenNotice.tsx';
import { MediaNotices } from '../../facilitate/media/MediaNotices.tsx';
import { WaitingNotice } from '../../facilitate/sessions/WaitingList.tsx';
import { useText } from '../../platform/languages.ts';
import { chooseLayout, useLayout } from './layouts/layout-choice.ts';
import type { RoomScene } from './room-scene.ts';

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

/** In a view without a stage nobody shall miss that a screen is shared. */
function HiddenScreen({ scene: { sharer, me } }: { scene: RoomScene }) {
  const text = useText();
  const layout = useLayout();
  const name = useView(view => view.people[sharer ?? '']?.name) ?? text('people.nameless');
  if (sharer === null || sharer === me || layout === 'stage') return null;
  return (
    <Notice action={<Button onClick={() => chooseLayout('stage')}>{text('room.screen.show')}</Button>}>
      {text('room.screen.shared', { name })}
    </Notice>
  );
}
