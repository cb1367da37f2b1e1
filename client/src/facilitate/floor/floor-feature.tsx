import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import { useRoom } from '../../dialogue/room.ts';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { HostSteps } from './HostSteps.tsx';
import { RoomLine } from './RoomLine.tsx';
import { SeatMark } from './SeatMark.tsx';
import { useText } from './texts.ts';
import { useFloor, usePress } from './use-floor.ts';

/** Who speaks, who waits for it and why, in each room; its big button stands in the bar. */
export const floorFeature: RoomFeature = {
  name: 'floor',
  in: 'rooms',
  panel: {
    icon: IconHandStop,
    shortcut: 's',
    useTab,
    load: async () => (await import('./FloorPanel.tsx')).FloorPanel,
  },
  SeatMark,
  RoomLine,
  HostSteps,
  shortcuts: [{ key: 'f', useAction: useFloorKey }],
};

function useTab(): RoomTab | null {
  const text = useText();
  const { room, isLobby } = useRoom();
  const { length: count } = useFloor(room).queue;
  return isLobby ? null : { label: text('floor.tab'), unseen: { count, label: text('floor.queue', { count }) } };
}

function useFloorKey() {
  const text = useText();
  const may = useMay();
  const { room } = useRoom();
  const run = usePress();
  return may('floor.ask', { room }) ? { label: text('floor.shortcut'), run } : null;
}
