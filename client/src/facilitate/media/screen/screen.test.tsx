import { Notifications, notifications } from '@mantine/notifications';
import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { type Done, openDevice, room, seenBy } from '../host/host.samples.ts';
import { ScreenButton } from './ScreenButton.tsx';
import { ScreenNotice } from './ScreenNotice.tsx';
import type { ScreenMedia } from './use-screen.ts';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
let told: string[];
let patchAt = 10;
/** Switches the device's own screen, as the browser would. */
let setScreen: (screen: 'on' | 'off') => void = () => {};

function Room({ start, isOn }: { start: ScreenMedia['startScreen']; isOn: boolean }) {
  const [screen, set] = useState<'on' | 'off'>(isOn ? 'on' : 'off');
  setScreen = set;
  const { media } = openDevice();
  const device = {
    ...media,
    screen,
    startScreen: async () => {
      told.push('start');
      const isCaptured = await start();
      if (isCaptured) set('on');
      return isCaptured;
    },
    stopScreen: () => {
      told.push('stop');
      set('off');
    },
  };
  return (
    <>
      <Notifications />
      <ScreenNotice media={device} room={room} />
      <ScreenButton media={device} room={room} />
    </>
  );
}

const draw = async (me: string, done: Done[] = [], { start = async () => true, isOn = false } = {}) => {
  told = [];
  patchAt = 10;
  scene = await renderDialogue(<Room start={start} isOn={isOn} />, seenBy(me, done));
};
const becomes = (me: string, done: Done[]) =>
  scene.after(() => {
    const { view } = seenBy(me, done);
    patchAt += 1;
    scene.server.handlers.patch({
      from: patchAt - 1,
      to: patchAt,
      patch: ['{', { media: ['=', view.media as never] }],
    });
  });
const answer = (ack: Parameters<typeof scene.server.answer>[0] = { ok: true, seq: 99 }) =>
  scene.after(() => scene.server.answer(ack));
const kinds = () => scene.sent.map(({ kind }) => kind);
const sentAre = (...list: string[]) => vi.waitFor(() => expect(kinds()).toEqual(list));
const said = (words: string) => vi.waitFor(() => expect(document.body.textContent).toContain(words));
const cleoShares: Done = [cleo, 'media.share'];

beforeEach(() => {
  vi.stubGlobal('navigator', Object.assign(navigator, { mediaDevices: { getDisplayMedia: () => Promise.reject() } }));
});
afterEach(async () => {
  await scene.after(() => notifications.clean());
  await scene.leave();
});

describe('the button of the screen', () => {
  test('asks the browser within the click and the room after that', async () => {
    await draw(cleo);
    await scene.press('Share');
    expect(told).toEqual(['start']);
    await sentAre('media.share');
    await answer();
    await becomes(cleo, [cleoShares]);
    expect(scene.find('button', 'Stop sharing')).toBeDefined();
    await scene.press('Stop sharing');
    await sentAre('media.share', 'media.unshare');
    expect(told).toEqual(['start', 'stop']);
  });

  test('stops the capture with a plain sentence when the room refuses', async () => {
    await draw(cleo);
    await scene.press('Share');
    await sentAre('media.share');
    await answer({ ok: false, refusal: 'not-now' });
    await said('This is not possible at the moment.');
    expect(told).toEqual(['start', 'stop']);
  });

  test('asks nothing of the room when its owner chose no screen', async () => {
    await draw(cleo, [], { start: async () => false });
    await scene.press('Share');
    await scene.press('Share');
    expect([told, kinds()]).toEqual([['start', 'start'], []]);
  });

  test('[V7] who was slower waits in line and sends nothing', async () => {
    await draw(cleo);
    await scene.press('Share');
    await sentAre('media.share');
    await answer();
    await becomes(cleo, [[ben, 'media.share'], cleoShares]);
    await said('Ben sees that you would like to share.');
    await vi.waitFor(() => expect(told).toEqual(['start', 'stop']));
    expect(scene.find('button', 'Ask to share')?.getAttribute('aria-pressed')).toBe('true');
  });

  test('tells the room when the browser’s own bar has ended it', async () => {
    await draw(cleo);
    await scene.press('Share');
    await sentAre('media.share');
    await answer();
    await becomes(cleo, [cleoShares]);
    await scene.after(() => setScreen('off'));
    await sentAre('media.share', 'media.unshare');
  });

  test('[V7] a host takes over, and whose screen it was is told', async () => {
    await draw(ben, [cleoShares]);
    expect(scene.find('button', 'Take over')).toBeDefined();
    await scene.leave();
    await draw(cleo);
    await scene.press('Share');
    await sentAre('media.share');
    await answer();
    await becomes(cleo, [cleoShares]);
    await becomes(cleo, [cleoShares, [ben, 'media.share']]);
    await said('Ben shares a screen now');
    expect(told).toEqual(['start', 'stop']);
  });

  test('[V7] whose screen the media server ended before the room said so is told all the same', async () => {
    await draw(cleo);
    await scene.press('Share');
    await sentAre('media.share');
    await answer();
    await becomes(cleo, [cleoShares]);
    await scene.after(() => setScreen('off'));
    await becomes(cleo, [cleoShares, [ben, 'media.share']]);
    await said('Ben shares a screen now');
  });

  test('is not there where the browser has no screen to give', async () => {
    vi.stubGlobal('navigator', Object.assign(navigator, { mediaDevices: {} }));
    await draw(cleo);
    expect(scene.find('button')).toBeUndefined();
  });
});

describe('words between sharer and those who wait', () => {
  const cleoWaits: Done[] = [
    [ben, 'media.share'],
    [cleo, 'media.share'],
  ];

  test('[V8] the sharer hands over or keeps', async () => {
    await draw(ben, cleoWaits, { isOn: true });
    expect(scene.text()).toContain('Cleo would like to share their screen.');
    await scene.press('Keep sharing');
    expect(scene.text()).not.toContain('Cleo would like');
    await scene.leave();
    await draw(ben, cleoWaits, { isOn: true });
    await scene.press('Hand over');
    await vi.waitFor(() =>
      expect(scene.sent.at(-1)).toMatchObject({ kind: 'media.offer', input: { room, person: cleo } }),
    );
  });

  test('[V8] the person it is handed to shares with one press, or says not now', async () => {
    const offered: Done[] = [...cleoWaits, [ben, 'media.offer', { person: cleo }]];
    await draw(cleo, offered);
    expect(scene.text()).toContain('You can share your screen now.');
    await scene.press('Share now');
    await sentAre('media.share');
    expect(told).toEqual(['start']);
    await scene.leave();
    await draw(cleo, offered);
    await scene.press('Not now');
    await sentAre('media.unshare');
    await scene.leave();
    await draw(ada, offered);
    expect(scene.text()).not.toContain('You can share');
  });

  test('[V6] who waited hears when the screen is free', async () => {
    await draw(cleo, [...cleoWaits, [ben, 'media.unshare']]);
    expect(scene.text()).toContain('Nobody is sharing any more');
  });
});
