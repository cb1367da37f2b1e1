import type { MediaEvents } from '@multaqa/shared/facilitate/media/signalling';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { DialogueId, PersonId } from '@multaqa/shared/kernel/ids';

/** One connection of a person, as the media server knows it. */
export type Guest = {
  dialogue: DialogueId;
  person: PersonId;
  /** The doors it came in by: when one of them is shut, it must go. */
  doors: readonly string[];
  /** Role and room by the newest state; null for those who may not be here any more. Asked anew each time. */
  audience(): Audience | null;
  /** Whether the rules let this person send, asked anew each time. */
  maySend(source: 'microphone' | 'camera' | 'screen'): boolean;
  /** Whom everybody in this person's room hears, however quiet. */
  alwaysHeard(): readonly PersonId[];
  send<Event extends keyof MediaEvents>(event: Event, ...payload: Parameters<MediaEvents[Event]>): void;
};
