import type { Reach } from '@multaqa/shared/dialogue';
import type { MediaEvents } from '@multaqa/shared/facilitate/media/signalling';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { DialogueId, PersonId, RoomId } from '@multaqa/shared/kernel/ids';

/** Who is at the other end of a signalling connection, and what the rules say of them. */
export type SignallingPeer = {
  dialogue: DialogueId;
  person: PersonId;
  /** What let this connection in (a sign-in, an account): it ends when one of these is revoked. */
  doors: readonly string[];
  /** Role and room by the newest state, read on every call; null for somebody who may no longer be here. */
  audience(): Audience | null;
  /** Whether the rules let this person send from a source, read on every call. */
  maySend(source: 'microphone' | 'camera' | 'screen'): boolean;
  /** What this person hears and who hears them beyond their room, read on every call. */
  reach(): Reach;
  /** People whose microphone is forwarded to a room of this session however quiet they are. */
  alwaysHeard(room: RoomId): readonly PersonId[];
  /** Whether it is measured for how long people speak in a room, read on every call. */
  measures(room: RoomId): boolean;
  /** Sends an event of the media wire to the device. */
  send<Event extends keyof MediaEvents>(event: Event, ...payload: Parameters<MediaEvents[Event]>): void;
};
