import { dina } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { seenBy } from './host/host.samples.ts';
import { MediaButtons } from './MediaButtons.tsx';
import { MediaNotices } from './MediaNotices.tsx';
import { openTestClient, session } from './media-client.samples.ts';
import { type Media, rungs } from './media-state.ts';

let leave = async () => {};
beforeEach(() => localStorage.clear());
afterEach(async () => {
  await leave();
  vi.unstubAllGlobals();
});

/** The media of a client that does nothing, with what the test says instead. */
function mediaWith(more: Partial<Media>): Media {
  const { store, roomChanged: _, ...actions } = openTestClient().client;
  return { ...store.getState(), ...actions, ...more };
}

async function show(more: Partial<Media>, welcome?: ReturnType<typeof seenBy>) {
  const media = mediaWith(more);
  const page = await renderDialogue(
    <>
      <MediaNotices media={media} />
      <MediaButtons media={media} session={session} />
    </>,
    welcome,
  );
  leave = page.leave;
  return page;
}

describe('the notice of media', () => {
  test('says nothing while all is well, or while its owner has chosen a rung', async () => {
    const page = await show({ status: 'on', microphone: 'on' });
    expect(page.text()).not.toContain('connection');
    await page.leave();
    const chosen = await show({
      status: 'on',
      quality: { network: 'audio-only', rung: 'audio-only', chosen: 'audio-only' },
    });
    expect(chosen.text()).not.toContain('weak');
  });

  test.each(rungs.slice(1))('explains the rung %s that a weak network has led to', async rung => {
    const page = await show({ status: 'on', quality: { network: 'weak', rung, chosen: 'auto' } });
    expect(page.text()).toContain('weak');
  });

  test.each(['elsewhere', 'replaced'] as const)('offers to take over when this device is %s', async status => {
    const takeOver = vi.fn();
    const page = await show({ status, takeOver });
    await page.press('Use this one');
    expect(takeOver).toHaveBeenCalledOnce();
    expect(page.find('button', 'Unmute')).toBeUndefined();
  });
});

describe('the buttons of media', () => {
  test.each(['off', 'reading'] as const)(
    'ask somebody who only writes (%s) whether to join, and remember that they did',
    async status => {
      const join = vi.fn();
      const page = await show({ status, join });
      expect(page.find('button', 'Unmute')).toBeUndefined();
      await page.press('Turn sound on');
      expect(join).toHaveBeenCalledWith(session);
      expect(localStorage.getItem('multaqa.devices')).toBe('sound');
    },
  );

  test('stay while the connection is being found again', async () => {
    const page = await show({ status: 'reconnecting', microphone: 'on' });
    expect(page.find('button', 'Mute')?.getAttribute('aria-pressed')).toBe('true');
  });

  test('give who observes the sound alone, and nothing to be heard or seen with', async () => {
    const join = vi.fn();
    const page = await show({ status: 'on', join }, seenBy(dina, [[dina, 'sessions.enter']]));
    for (const words of ['Unmute', 'Camera on']) expect(page.find('button', words)).toBeUndefined();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', code: 'Space', bubbles: true }));
    expect(page.text()).not.toContain('Others hear you');
    await page.press('Turn sound off');
    expect(join).toHaveBeenCalledWith(session, 'text');
    expect(localStorage.getItem('multaqa.devices')).toBe('text');
  });

  test('are absent where there are no media', async () => {
    const page = await show({ status: 'unavailable' });
    expect(page.text()).toContain('not available');
    expect(page.find('button')).toBeUndefined();
  });
});
