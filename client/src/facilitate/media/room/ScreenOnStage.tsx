import { useRoom } from '../../../dialogue/room.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useNameOf } from '../host/room-media.ts';
import { OwnScreen } from '../screen/OwnScreen.tsx';
import { ScreenStill } from '../screen/ScreenStill.tsx';
import { ScreenViewer } from '../screen/ScreenViewer.tsx';
import { useScreen } from '../screen/use-screen.ts';
import { useMediaState, useOwnMedia } from '../use-media.ts';
import { useShownScreen } from './use-shown-screen.ts';

/** A shared screen on the stage; one's own would show itself in itself for ever. */
export function ScreenOnStage() {
  const me = useMe();
  const media = useOwnMedia();
  const nameOf = useNameOf();
  const { room } = useRoom();
  const { sharer, isStill } = useShownScreen();
  const { end } = useScreen({ media, room });
  if (sharer === null) return null;
  if (sharer === me.person) return <OwnScreen onStop={end} />;
  if (isStill) return <ScreenStill name={nameOf(sharer)} person={sharer} />;
  return <Received name={nameOf(sharer)} person={sharer} />;
}

function Received({ name, person }: { name: string; person: string }) {
  const track = useMediaState(({ streams }) => {
    const stream = streams.get(person);
    return stream && !stream.screenPaused ? (stream.screen ?? null) : null;
  });
  return <ScreenViewer name={name} shows={{ kind: 'live', track }} />;
}
