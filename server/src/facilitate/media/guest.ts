import type { MediaEvents } from '@multaqa/shared/facilitate/media/signalling';
import type { DialogueId, PersonId } from '@multaqa/shared/kernel/ids';
import type { Audience } from '@multaqa/shared/kernel/scene';

/** One connection of a person, as the media server knows it. */
export type Guest = {
  dialogue: DialogueId;
  person: PersonId;
  /** Role and room by the newest state; null for those who may not be here any more. Asked anew each time. */
  audience(): Audience | null;
  send<Event extends keyof MediaEvents>(event: Event, ...payload: Parameters<MediaEvents[Event]>): void;
};
