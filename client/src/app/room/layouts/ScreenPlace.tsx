import { useView } from '../../../dialogue/use-dialogue.ts';
import { OwnScreen } from '../../../facilitate/media/screen/OwnScreen.tsx';
import { ScreenViewer } from '../../../facilitate/media/screen/ScreenViewer.tsx';
import { useScreen } from '../../../facilitate/media/screen/use-screen.ts';
import type { RoomScene } from '../room-scene.ts';
import { useText } from '../texts.ts';

/** A shared screen on the stage; one's own would show itself in itself for ever. */
export function ScreenPlace({ person, scene }: { person: string; scene: RoomScene }) {
  const text = useText();
  const name = useView(view => view.people[person]?.name) ?? text('common.nameless');
  const { end } = useScreen(scene);
  if (person === scene.me) return <OwnScreen onStop={end} />;
  const stream = scene.media.streams.get(person);
  return <ScreenViewer name={name} track={stream && !stream.screenPaused ? (stream.screen ?? null) : null} />;
}
