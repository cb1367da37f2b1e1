import { Notifications, notifications } from '@mantine/notifications';
import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { AskedNotice } from './AskedNotice.tsx';
import { type Done, openDevice, room, seenBy } from './host.samples.ts';
import { useTalk, useUnmute } from './use-unmute.ts';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(async () => {
  await scene.after(() => notifications.clean());
  await scene.leave();
});

const sentInputs = () => scene.sent.map(({ kind, input }) => [kind, input]);
const said = (words: string) => vi.waitFor(() => expect(document.body.textContent).toContain(words));

describe('who is asked or stopped by a host', () => {
  const ask: Done = [ben, 'media.ask', { person: cleo, source: 'microphone' }];
  const drawAsked = async (me: string, done: Done[], device = openDevice()) => {
    scene = await renderDialogue(
      <>
        <Notifications />
        <AskedNotice media={device.media} />
      </>,
      seenBy(me, done),
    );
    return device.told;
  };

  test('[V3] opens the microphone themselves, after the room has let them', async () => {
    const told = await drawAsked(cleo, [ask]);
    expect(scene.text()).toContain('Ben asks you to speak.');
    await scene.press('Unmute');
    await vi.waitFor(() => expect(sentInputs()).toEqual([['media.start', { room, source: 'microphone' }]]));
    expect(told).toEqual([]);
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await vi.waitFor(() => expect(told).toEqual(['microphone']));
  });

  test('[V3] who is heard already keeps being heard', async () => {
    const told = await drawAsked(cleo, [ask], openDevice({ microphone: 'on' }));
    await scene.press('Unmute');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    expect(told).toEqual([]);
  });

  test('[V3] says not now, [V4] and nobody else is asked', async () => {
    await drawAsked(cleo, [ask]);
    await scene.press('Not now');
    await vi.waitFor(() => expect(sentInputs()).toEqual([['media.decline', { room }]]));
    await scene.leave();
    await drawAsked(ada, [ask]);
    expect(scene.text()).toBe('');
  });

  test('is told in a sentence when a host mutes them', async () => {
    await drawAsked(cleo, []);
    const after = seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]);
    await scene.after(() =>
      scene.server.handlers.patch({ from: 10, to: 11, patch: ['{', { media: ['=', after.view.media as never] }] }),
    );
    await said('A host has muted you.');
  });

  test('[V1] a microphone that was about to open when a host muted it closes again', async () => {
    const told = await drawAsked(cleo, [], openDevice({ microphone: 'on' }));
    const after = seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]);
    await scene.after(() =>
      scene.server.handlers.patch({ from: 10, to: 11, patch: ['{', { media: ['=', after.view.media as never] }] }),
    );
    expect(told).toEqual(['microphone']);
  });

  function Switches({ media }: Pick<ReturnType<typeof openDevice>, 'media'>) {
    const { toggleMicrophone } = useUnmute(media);
    return (
      <button type="button" onClick={toggleMicrophone}>
        Microphone
      </button>
    );
  }

  test('[V2] the button of one’s own microphone opens what was stopped, and only then switches', async () => {
    const { media, told } = openDevice();
    scene = await renderDialogue(
      <Switches media={media} />,
      seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]),
    );
    await scene.press('Microphone');
    await vi.waitFor(() => expect(sentInputs()).toEqual([['media.start', { room, source: 'microphone' }]]));
    await scene.after(() => scene.server.answer({ ok: false, refusal: 'not-now' }));
    expect(told).toEqual([]);
    await scene.press('Microphone');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(2));
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await vi.waitFor(() => expect(told).toEqual(['microphone']));
  });

  test('[V2] what its owner opens again stays open until the room’s word of it arrives', async () => {
    const told: string[] = [];
    function Own() {
      const [microphone, set] = useState<'on' | 'off'>('off');
      const media = {
        ...openDevice().media,
        microphone,
        toggleMicrophone: () => {
          told.push('microphone');
          set(now => (now === 'on' ? 'off' : 'on'));
        },
      };
      return (
        <>
          <AskedNotice media={media} />
          <Switches media={media} />
        </>
      );
    }
    scene = await renderDialogue(<Own />, seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]));
    await scene.press('Microphone');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await vi.waitFor(() => expect(told).toEqual(['microphone']));
    await scene.after(() =>
      scene.server.handlers.patch({
        from: 10,
        to: 11,
        patch: ['{', { media: ['=', seenBy(cleo).view.media as never] }],
      }),
    );
    expect(told).toEqual(['microphone']);
  });

  test('[V2] a key that is held speaks as soon as the room agrees, and not after it was let go', async () => {
    const told: boolean[] = [];
    function Key() {
      const talk = useTalk(isHeld => void told.push(isHeld));
      return (
        <button type="button" onPointerDown={() => talk(true)} onPointerUp={() => talk(false)}>
          Hold
        </button>
      );
    }
    const hold = (type: string) =>
      scene.after(() => scene.find('button', 'Hold')?.dispatchEvent(new Event(type, { bubbles: true })));
    scene = await renderDialogue(<Key />, seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]));
    await hold('pointerdown');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await vi.waitFor(() => expect(told).toEqual([true]));
    await hold('pointerup');
    await hold('pointerdown');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(2));
    await hold('pointerup');
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    expect(told).toEqual([true, false, false]);
  });

  test('a device that nobody has stopped toggles at once', async () => {
    const { media, told } = openDevice();
    scene = await renderDialogue(<Switches media={media} />, seenBy(cleo));
    await scene.press('Microphone');
    await vi.waitFor(() => expect(told).toEqual(['microphone']));
    expect(scene.sent).toEqual([]);
  });
});
