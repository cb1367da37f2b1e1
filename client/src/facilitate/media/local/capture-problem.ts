import type { DeviceState } from '../media-state.ts';

/** Why a device cannot be on. */
export type CaptureProblem = Exclude<DeviceState, 'off' | 'on'>;

/** Why a device did not open, from the error of `getUserMedia` or `getDisplayMedia`. */
export function captureProblem(error: unknown): CaptureProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing';
}

/** Names of the errors that browsers give for devices that are absent, in use or forbidden. */
export const captureErrors = [
  'AbortError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'OverconstrainedError',
  'SecurityError',
] as const;
