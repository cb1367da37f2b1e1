import fc from 'fast-check';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { FakeTrack } from '../media-fakes.samples.ts';
import type { DeviceChoice } from './device-choice.ts';
import { type Preview, usePreview } from './use-preview.ts';

afterEach(() => void vi.unstubAllGlobals());

const idle = () => new Promise(resolve => setImmediate(resolve));

/** A browser that gives devices when the test says so, and a page that shows the preview. */
function openPage() {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const tracks: FakeTrack[] = [];
  const asked: { give(): void; deny(name: string): void }[] = [];
  const getUserMedia = () =>
    new Promise((resolve, reject) => {
      asked.push({
        give() {
          const track = new FakeTrack('audio');
          tracks.push(track);
          resolve({ getTracks: () => [track] });
        },
        deny: name => reject(new DOMException('no', name)),
      });
    });
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  let preview: Preview | null = null;
  function Page({ choice }: { choice: DeviceChoice | null }) {
    preview = usePreview(choice, '', '');
    return null;
  }
  const root = createRoot(document.createElement('div'));
  const after = (work: () => unknown): Promise<void> =>
    Promise.resolve(
      act(async () => {
        await work();
        await idle();
      }),
    );
  return {
    tracks,
    asked,
    preview: () => preview,
    after,
    choose: (choice: DeviceChoice | null) => after(() => root.render(<Page choice={choice} />)),
    leave: () => after(() => root.unmount()),
  };
}

const live = (tracks: readonly FakeTrack[]) => tracks.filter(({ readyState }) => readyState === 'live');

it('however the choice changes and however late the browser gives: one stream is open at most, and none after leaving', async () => {
  const step = fc.constantFrom('camera', 'sound', 'text', 'give', 'deny');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async steps => {
      const page = openPage();
      for (const name of steps) {
        if (name === 'give') await page.after(() => page.asked.shift()?.give());
        else if (name === 'deny') await page.after(() => page.asked.shift()?.deny('NotAllowedError'));
        else await page.choose(name as DeviceChoice);
        expect(live(page.tracks).length).toBeLessThanOrEqual(1);
      }
      await page.leave();
      for (const request of page.asked) request.give();
      await idle();
      expect(live(page.tracks)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['NotAllowedError', 'denied'],
  ['NotReadableError', 'busy'],
  ['NotFoundError', 'missing'],
])('a browser that answers %s makes the preview %s', async (error, status) => {
  const page = openPage();
  await page.choose('camera');
  expect(page.preview()?.status).toBe('asking');
  await page.after(() => page.asked[0]?.deny(error));
  expect(page.preview()).toEqual({ status, stream: null });
  await page.leave();
});

it('a page without TLS has no devices, and says that they are missing', async () => {
  const page = openPage();
  vi.stubGlobal('navigator', {});
  await page.choose('sound');
  expect(page.preview()?.status).toBe('missing');
  await page.leave();
});
