import { openMediaLine } from '../../../platform/media-line.ts';
import type { NetworkProbe } from './use-network-test.ts';

/** Tries the ways to a dialogue's media server over a line of its own, which lasts as long as the test. */
export const tryNetwork =
  (dialogue: string): NetworkProbe =>
  (tell, signal) =>
    new Promise((resolve, reject) => {
      tell('server', 'runs');
      const ignore = () => undefined;
      const line = openMediaLine(dialogue, {
        hello() {
          tell('server', 'passed');
          for (const way of ['udp', 'tcp', 'relay'] as const) tell(way, 'absent');
          line.close();
          resolve(null);
        },
        down() {
          line.close();
          reject(new Error('no answer'));
        },
        stream: ignore,
        paused: ignore,
        ended: ignore,
        company: ignore,
        speaking: ignore,
        demand: ignore,
        stopped: ignore,
        replaced: ignore,
      });
      signal.addEventListener('abort', () => line.close());
    });
