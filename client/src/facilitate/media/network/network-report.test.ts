import { expect, test } from 'vitest';
import { type NetworkReport, supportCode } from './network-report.ts';

const open: NetworkReport = { text: 'websocket', udp: 'works', tcp: 'works', relay: 'absent', delay: 41.7 };

test('a code tells each way by its place, and the delay', () => {
  expect(supportCode(open)).toBe('N-WUT0-042');
  expect(supportCode({ text: 'polling', udp: 'fails', tcp: 'fails', relay: 'works', delay: 1_204 })).toBe(
    'N-PXXR-1204',
  );
  expect(supportCode({ text: null, udp: 'fails', tcp: 'fails', relay: 'fails', delay: null })).toBe('N-XXXX-???');
});
