import { recall, remember } from '../../platform/preferences.ts';

export const deviceChoices = ['camera', 'sound', 'text'] as const;

/** How somebody takes part from this device: with camera and microphone, with sound alone, or by writing. */
export type DeviceChoice = (typeof deviceChoices)[number];

/** What this device is set to; null before its owner has chosen. */
export const recallDevices = (): DeviceChoice | null =>
  deviceChoices.find(choice => choice === recall('devices')) ?? null;

export const rememberDevices = (choice: DeviceChoice): void => remember('devices', choice);

/** The camera or microphone that was chosen among several; empty for the browser's own choice. */
export const recallDevice = (kind: 'camera' | 'microphone'): string => recall(kind) ?? '';
export const rememberDevice = (kind: 'camera' | 'microphone', id: string): void => remember(kind, id);
