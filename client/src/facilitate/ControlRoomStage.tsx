import { ControlRoom } from './breakouts/control/ControlRoom.tsx';
import { TownsMet } from './breakouts/control/TownsMet.tsx';
import { useSpeechOverview } from './media/use-media.ts';

/** Every room at once, with who speaks in each. */
export function ControlRoomStage() {
  return <ControlRoom speech={useSpeechOverview()} coverage={<TownsMet />} />;
}
