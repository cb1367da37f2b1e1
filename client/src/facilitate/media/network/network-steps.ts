import type { NetworkPath } from '@multaqa/shared/facilitate/media/signalling';

/** What is tried, in this order: the server itself, then each path to its media. */
export const networkSteps = ['server', 'udp', 'tcp', 'relay'] as const;
/** One of the steps. */
export type NetworkStep = 'server' | NetworkPath;

/** How a step stands; `absent` where the operator has not set up this path. */
export type StepState = 'waits' | 'runs' | 'passed' | 'failed' | 'absent';
/** How all steps stand. */
export type StepStates = Record<NetworkStep, StepState>;

/** Before the first step. */
export const nothingTried: StepStates = { server: 'waits', udp: 'waits', tcp: 'waits', relay: 'waits' };

/** What the steps mean for a meeting; null while some of them are still to come. */
export function verdictOf({ server, ...paths }: StepStates): 'good' | 'detour' | 'text' | 'nothing' | null {
  if (server === 'failed') return 'nothing';
  const states = Object.values(paths);
  if (server !== 'passed' || states.some(state => state === 'waits' || state === 'runs')) return null;
  if (paths.udp === 'passed') return 'good';
  return states.includes('passed') ? 'detour' : 'text';
}
