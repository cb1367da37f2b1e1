import { afterEach, expect, it, vi } from 'vitest';
import { reportFault } from './report-fault.ts';

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
