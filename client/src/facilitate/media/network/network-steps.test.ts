import { describe, expect, test } from 'vitest';
import { nothingTried, verdictOf } from './network-steps.ts';

describe('the verdict on a network', () => {
  test('waits for the last step', () => {
    expect(verdictOf(nothingTried)).toBeNull();
    expect(verdictOf({ server: 'passed', udp: 'passed', tcp: 'runs', relay: 'waits' })).toBeNull();
  });

  test('is good with the direct path, whatever else fails', () => {
    expect(verdictOf({ server: 'passed', udp: 'passed', tcp: 'failed', relay: 'absent' })).toBe('good');
  });

  test('is a detour over TCP or a relay', () => {
    expect(verdictOf({ server: 'passed', udp: 'failed', tcp: 'passed', relay: 'absent' })).toBe('detour');
    expect(verdictOf({ server: 'passed', udp: 'failed', tcp: 'failed', relay: 'passed' })).toBe('detour');
  });

  test('leaves text when every path is blocked, and nothing when the server does not answer', () => {
    expect(verdictOf({ server: 'passed', udp: 'failed', tcp: 'failed', relay: 'absent' })).toBe('text');
    expect(verdictOf({ server: 'failed', udp: 'waits', tcp: 'waits', relay: 'waits' })).toBe('nothing');
  });
});
