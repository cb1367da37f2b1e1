import { maySendAs } from '@multaqa/shared/facilitate/media/media.decide';
import type { TakesPartBy } from '@multaqa/shared/facilitate/media/signalling';
import type { Role } from '@multaqa/shared/kernel/messages';
import { recall, remember } from '../../../platform/preferences.ts';
import { type QualityState, rungs } from '../media-state.ts';

/** The ways to take part from a device. */
export const deviceChoices = ['camera', 'sound', 'text'] as const;

/** How somebody takes part from this device: with camera and microphone, with audio only, or by writing. */
export type DeviceChoice = (typeof deviceChoices)[number];

/** Whether somebody may be heard and seen, or is here to listen. */
export type Voice = 'speaks' | 'listens';

/** An observer listens, everybody else speaks; before anything is known of somebody, they speak. */
export const voiceOf = (role: Role | null): Voice => (role === null || maySendAs(role) ? 'speaks' : 'listens');

/** How its owner takes part from this device; null before they have chosen. Who only listens has no camera, whatever they have in other dialogues. */
export function recallDevices(voice: Voice = 'speaks'): DeviceChoice | null {
  const known = deviceChoices.find(choice => choice === recall('devices')) ?? null;
  return known === 'camera' && voice === 'listens' ? 'sound' : known;
}

/** Remembers how its owner takes part. */
export const rememberDevices = (choice: DeviceChoice): void => remember('devices', choice);

/** How this device takes part in the media of a session, by what its owner has chosen. */
export const takesPartBy = (choice: DeviceChoice | null): TakesPartBy => (choice === 'text' ? 'text' : 'sound');

/** A kind of device of which one can be chosen. */
export type DeviceKind = 'camera' | 'microphone' | 'speaker';

/** The id of the device that was chosen among several; empty for the browser's default. */
export const recallDevice = (kind: DeviceKind): string => recall(kind) ?? '';
/** Remembers which device of a kind was chosen. */
export const rememberDevice = (kind: DeviceKind, id: string): void => remember(kind, id);

/** The quality that was chosen on this device; null before its owner has chosen. */
export const recallQuality = (): QualityState['chosen'] | null =>
  (['auto', ...rungs] as const).find(choice => choice === recall('quality')) ?? null;

/** Remembers which quality was chosen. */
export const rememberQuality = (choice: QualityState['chosen']): void => remember('quality', choice);

/** Whether this device is to be sent no pictures, so that it costs little data. */
export const recallSaving = (): boolean => recallQuality() === 'audio-only';

/** Remembers whether to save data; any other quality that was chosen stays. */
export function rememberSaving(saves: boolean): void {
  if (saves) rememberQuality('audio-only');
  else if (recallSaving()) rememberQuality('auto');
}
