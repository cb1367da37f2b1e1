import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { triedAgain } from './tried-again.ts';

const online = vi.spyOn(navigator, 'onLine', 'get');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.head.replaceChildren();
});

/** A part that loads after so many failures. */
const partAfter = (failures: number) => {
  let left = failures;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw new Error('not here');
    return 'the part';
  });
};

function setOnline(is: boolean): void {
  online.mockReturnValue(is);
  dispatchEvent(new Event(is ? 'online' : 'offline'));
}

test('a load that fails is tried again after 1, 2, 4 and 8 s, and then fails', async () => {
  setOnline(true);
  const load = partAfter(Number.POSITIVE_INFINITY);
  const loading = triedAgain(load);
  const failed = expect(loading).rejects.toThrow('not here');
  const tries: number[] = [];
  for (const pause of [0, 999, 1, 1_999, 1, 3_999, 1, 7_999, 1]) {
    await vi.advanceTimersByTimeAsync(pause);
    tries.push(load.mock.calls.length);
  }
  expect(tries).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5]);
  await failed;
});

test('a load that fails twice comes in the end', async () => {
  setOnline(true);
  const loading = triedAgain(partAfter(2));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await loading).toBe('the part');
});

test('without a network a load waits for as long as that takes, and is tried at once when it is back', async () => {
  setOnline(false);
  const load = partAfter(7);
  const loading = triedAgain(load);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(load).toHaveBeenCalledTimes(1);
  for (let cut = 0; cut < 5; cut += 1) {
    setOnline(true);
    online.mockReturnValue(false);
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(load).toHaveBeenCalledTimes(6);
  setOnline(true);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await loading).toBe('the part');
});

test('a stylesheet that failed is loaded again before the part, which comes when both are here', async () => {
  setOnline(true);
  // Without an address nothing is loaded: the test says what became of it.
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', title: 'of the part' });
  document.head.append(link);
  const load = vi.fn(async () => {
    if (document.head.contains(link)) link.dispatchEvent(new Event('error'));
    if (document.head.contains(link)) throw new Error('no stylesheet');
    return 'the part';
  });
  const loading = triedAgain(load);
  await vi.advanceTimersByTimeAsync(1_000);
  const again = document.head.querySelector('link');
  expect([again === link, again?.title]).toEqual([false, 'of the part']);
  expect(load).toHaveBeenCalledTimes(1);
  again?.dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(load).toHaveBeenCalledTimes(1);
  document.head.querySelector('link')?.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(0);
  expect(await loading).toBe('the part');
});

test('a stylesheet that another part never gets does not keep this one away', async () => {
  setOnline(true);
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
  link.setAttribute('data-of', 'another part');
  document.head.append(link);
  link.dispatchEvent(new Event('error'));
  const load = vi.fn(async () => 'the part');
  const loading = triedAgain(load);
  document.head.querySelector('link')?.dispatchEvent(new Event('error'));
  expect(await loading).toBe('the part');
  expect(load).toHaveBeenCalledTimes(1);
});
