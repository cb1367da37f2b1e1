import { expect, test } from 'vitest';
import { type NetworkReport, supportCode } from './network-report.ts';

const open: NetworkReport = { text: 'websocket', udp: 'works', tcp: 'works', relay: 'absent', roundTrip: 41.7 };

test('a code tells each path by its place, and the round trip', () => {
  expect(supportCode(open)).toBe('N-WUT0-042');
  expect(supportCode({ text: 'polling', udp: 'fails', tcp: 'fails', relay: 'works', roundTrip: 1_204 })).toBe(
    'N-PXXR-1204',
  );
  expect(supportCode({ text: null, udp: 'fails', tcp: 'fails', relay: 'fails', roundTrip: null })).toBe('N-XXXX-???');
});
