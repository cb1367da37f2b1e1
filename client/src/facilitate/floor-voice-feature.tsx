import type { RoomFeature } from '../dialogue/room-feature.ts';
import { FloorVoice } from './FloorVoice.tsx';

/** What the floor does with voice: it opens the microphone of who has asked for that once, and tells them with a soft sound. */
export const floorVoiceFeature: RoomFeature = { name: 'floor-voice', in: 'rooms', Notice: FloorVoice };
