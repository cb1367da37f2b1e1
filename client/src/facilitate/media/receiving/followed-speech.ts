import type { MediaEvents } from '@multaqa/shared/facilitate/media/signalling';
import { evolveSpeech, type SpeechOverview } from '@multaqa/shared/facilitate/media/speech';
import { background } from '../../../platform/report-fault.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';

/** Follows who speaks in the rooms of the session, for as long as somebody on this device wants to know. */
export type FollowedSpeech = {
  /** Begins to follow; returns how to end that. */
  follow(): () => void;
  /** Takes what the server tells. */
  take(change: Parameters<MediaEvents['speech']>[0]): void;
  /** How to ask the server from now on, or null while it cannot be asked; a new way is asked again. */
  attach(ask: Ask | null): void;
};

/** Asks the server to begin or to end telling. */
type Ask = (on: boolean) => Promise<unknown>;

/** Begins with nobody who follows; `changed` is called with what is known, null for nothing. */
export function openFollowedSpeech(changed: (speech: SpeechOverview | null) => void): FollowedSpeech {
  let followers = 0;
  let ask: Ask | null = null;
  let speech: SpeechOverview | null = null;

  const set = (next: SpeechOverview | null) => {
    speech = next;
    changed(next);
  };
  const tell = (on: boolean) => ask && background(ask(on), 'speech-overview', ...disconnectErrors);

  return {
    follow() {
      followers += 1;
      if (followers === 1) tell(true);
      let isFollowing = true;
      return () => {
        if (!isFollowing) return;
        isFollowing = false;
        followers -= 1;
        if (followers > 0) return;
        tell(false);
        set(null);
      };
    },
    take({ all, events }) {
      if (followers === 0) return;
      const from = all ?? speech;
      // Changes of something that has not come yet are part of it when it comes.
      if (from) set(events.reduce(evolveSpeech, from));
    },
    attach(next) {
      ask = next;
      if (!next) set(null);
      else if (followers > 0) tell(true);
    },
  };
}
