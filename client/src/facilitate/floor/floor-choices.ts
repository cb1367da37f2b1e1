import type { SessionId } from '@multaqa/shared/kernel/ids';
import { create } from 'zustand';
import { recall, remember } from '../../platform/preferences.ts';

/** When this device makes a soft sound. */
export const sounds = ['none', 'floor', 'floor-and-end'] as const;
export type Sound = (typeof sounds)[number];

/** Whether the floor opens the microphone in a session; `unasked` before its owner has said so. */
export type Opening = 'unasked' | 'yes' | 'no';

const soundNow = (): Sound => sounds.find(one => one === recall('floor-sound')) ?? 'floor';

const useChoices = create<{ sound: Sound; opening: string }>(() => ({
  sound: soundNow(),
  opening: recall('floor-microphone') ?? '',
}));

/** The choice of sounds, kept on this device. */
export function useSound(): { sound: Sound; choose(sound: Sound): void } {
  return {
    sound: useChoices(({ sound }) => sound),
    choose(sound) {
      remember('floor-sound', sound);
      useChoices.setState({ sound });
    },
  };
}

/** Whether the floor opens the microphone in this session; kept on this device until another session asks. */
export function useOpening(session: SessionId): { opening: Opening; choose(opening: 'yes' | 'no'): void } {
  const kept = useChoices(({ opening }) => opening);
  const [of, word] = kept.split(' ');
  return {
    opening: of === session && (word === 'yes' || word === 'no') ? word : 'unasked',
    choose(choice) {
      const opening = `${session} ${choice}`;
      remember('floor-microphone', opening);
      useChoices.setState({ opening });
    },
  };
}
