import type { RoomFeature } from '../dialogue/room-feature.ts';
import { useControlRoomShown } from './breakouts/control-room.ts';

/** Every room at once, on the stage of the host who looks at them. */
export const controlRoomFeature: RoomFeature = {
  name: 'control',
  in: 'rooms',
  stage: {
    with: 'alone',
    useShown: () => (useControlRoomShown() ? { videos: [] } : null),
    load: async () => (await import('./ControlRoomStage.tsx')).ControlRoomStage,
  },
};
