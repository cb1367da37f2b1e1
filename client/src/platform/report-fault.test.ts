import { afterEach, expect, it, vi } from 'vitest';
import { background, reportFault, resultOrNull } from './report-fault.ts';

afterEach(() => void vi.restoreAllMocks());

it('a failure is noted under its code, unless it is of a kind that means nothing here', () => {
  const noted = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const report = reportFault('sound', 'NotAllowedError', 'AbortError');
  const fault = new DOMException('no such device', 'NotFoundError');
  for (const error of [
    new DOMException('wait', 'NotAllowedError'),
    fault,
    undefined,
    new DOMException('', 'AbortError'),
  ])
    report(error);
  expect(noted.mock.calls).toEqual([
    ['multaqa sound', fault],
    ['multaqa sound', undefined],
  ]);
});

it('work in the background reports its failure, and a result that fails is null', async () => {
  const noted = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const fault = new Error('defect');
  background(Promise.reject(fault), 'work');
  background(Promise.reject(new DOMException('', 'AbortError')), 'work', 'AbortError');
  expect(await resultOrNull(Promise.resolve('answer'), 'result')).toBe('answer');
  expect(await resultOrNull(Promise.reject(fault), 'result')).toBeNull();
  expect(await resultOrNull(Promise.reject(new DOMException('', 'TimeoutError')), 'result', 'TimeoutError')).toBeNull();
  expect(noted.mock.calls).toEqual([
    ['multaqa work', fault],
    ['multaqa result', fault],
  ]);
});
