import { useRoom } from '../../../dialogue/room.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useNameOf } from '../host/room-media.ts';
import { OwnScreen } from '../screen/OwnScreen.tsx';
import { ScreenViewer } from '../screen/ScreenViewer.tsx';
import { useScreen } from '../screen/use-screen.ts';
import { useMedia } from '../use-media.ts';
import { useShownScreen } from './use-shown-screen.ts';

/** A shared screen on the stage; one's own would show itself in itself for ever. */
export function ScreenOnStage() {
  const me = useMe();
  const media = useMedia();
  const nameOf = useNameOf();
  const { room } = useRoom();
  const { sharer } = useShownScreen();
  const { end } = useScreen({ media, room });
  if (sharer === null) return null;
  if (sharer === me.person) return <OwnScreen onStop={end} />;
  const stream = media.streams.get(sharer);
  return <ScreenViewer name={nameOf(sharer)} track={stream && !stream.screenPaused ? (stream.screen ?? null) : null} />;
}
