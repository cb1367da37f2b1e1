import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import type { Media } from '../media-state.ts';

export const room = plenaryOf(session);

/** One command in the plenary: who, what, and with which input beside the room or session. */
export type Done = [by: string, kind: string, input?: object];

/** What somebody sees and is asked after these commands; Ada organises, Ben facilitates, Cleo takes part, Dina observes. */
export const seenBy = (person: string, done: readonly Done[] = []) =>
  seenAfter(
    person,
    done.map(([by, kind, input]) => ({
      by,
      kind,
      input: kind.startsWith('media.') ? { room, ...input } : { session, ...input },
      at: 1_700_000_000_000,
    })),
  );

type Part = Pick<
  Media,
  'status' | 'microphone' | 'camera' | 'screen' | 'toggleMicrophone' | 'toggleCamera' | 'startScreen' | 'stopScreen'
>;

/** A device of which the test knows what it was told, in order. */
export function openDevice(more: Partial<Part> = {}) {
  const told: string[] = [];
  const media: Part = {
    status: 'on',
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    toggleMicrophone: () => void told.push('microphone'),
    toggleCamera: () => void told.push('camera'),
    startScreen: async () => {
      told.push('start screen');
      return true;
    },
    stopScreen: () => void told.push('stop screen'),
    ...more,
  };
  return { media, told };
}
