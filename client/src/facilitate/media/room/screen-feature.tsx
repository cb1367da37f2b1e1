import { Button } from '@mantine/core';
import { Notice } from '../../../design/Notice.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import type { RoomFeature } from '../../../dialogue/room-feature.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useNameOf } from '../host/room-media.ts';
import { ScreenNotice } from '../screen/ScreenNotice.tsx';
import { useText } from '../texts.ts';
import { useMediaActions, useOwnMedia } from '../use-media.ts';
import { useShownScreen } from './use-shown-screen.ts';

/** A shared screen: on the stage, with what the one who shares it and the one who would like to have to say to each other. */
export const screenFeature: RoomFeature = {
  name: 'screen',
  in: 'rooms',
  stage: {
    with: 'seats',
    useShown: useShownOnStage,
    load: async () => (await import('./ScreenOnStage.tsx')).ScreenOnStage,
  },
  Notice: Notices,
};

function useShownOnStage() {
  const me = useMe();
  const { sharer, isStill, isCarried } = useShownScreen();
  if (sharer === null || !isCarried) return null;
  return { videos: isStill || sharer === me.person ? [] : [{ person: sharer, source: 'screen' as const }] };
}

function Notices() {
  const media = useOwnMedia();
  const { room } = useRoom();
  return (
    <>
      <ScreenNotice media={media} room={room} />
      <HiddenScreen />
    </>
  );
}

/** Nobody shall miss that a screen is shared: in a layout without a stage, or on a connection that carries audio only. */
function HiddenScreen() {
  const text = useText();
  const me = useMe();
  const nameOf = useNameOf();
  const { hasStage, showStage } = useRoom();
  const { chooseQuality } = useMediaActions();
  const { sharer, isCarried } = useShownScreen();
  if (sharer === null || sharer === me.person || (isCarried && hasStage)) return null;
  const show = () => {
    if (!isCarried) chooseQuality('no-faces');
    showStage();
  };
  return (
    <Notice action={<Button onClick={show}>{text('media.screen.show')}</Button>}>
      {text('media.screen.shared', { name: nameOf(sharer) })}
    </Notice>
  );
}
