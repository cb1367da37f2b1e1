import { recall, remember } from '../../../platform/preferences.ts';
import { type QualityState, rungs } from '../media-state.ts';

export const deviceChoices = ['camera', 'sound', 'text'] as const;

/** How somebody takes part from this device: with camera and microphone, with sound alone, or by writing. */
export type DeviceChoice = (typeof deviceChoices)[number];

/** What this device is set to; null before its owner has chosen. */
export const recallDevices = (): DeviceChoice | null =>
  deviceChoices.find(choice => choice === recall('devices')) ?? null;

/** The newest choice counts: what was chosen for the line before gives way to it. */
export function rememberDevices(choice: DeviceChoice): void {
  remember('devices', choice);
  remember('quality', '');
}

export type DeviceKind = 'camera' | 'microphone' | 'speaker';

/** The one that was chosen among several; empty for the browser's own choice. */
export const recallDevice = (kind: DeviceKind): string => recall(kind) ?? '';
export const rememberDevice = (kind: DeviceKind, id: string): void => remember(kind, id);

/** What was chosen for the line of this device; null before its owner has chosen. */
export const recallQuality = (): QualityState['chosen'] | null =>
  (['auto', ...rungs] as const).find(choice => choice === recall('quality')) ?? null;

export const rememberQuality = (choice: QualityState['chosen']): void => remember('quality', choice);
