import type { UserMediaSource } from '@multaqa/shared/facilitate/media/media.messages';
import type { Dialogue } from '../../../dialogue/dialogue.ts';

const known = new WeakMap<Dialogue, Set<UserMediaSource>>();

/** What this person is opening again after a host has stopped it, until the room's view says that it is open. */
export function reopeningIn(dialogue: Dialogue): Set<UserMediaSource> {
  const found = known.get(dialogue) ?? new Set();
  known.set(dialogue, found);
  return found;
}
