import { Notifications, notifications } from '@mantine/notifications';
import type { OpenSession } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { session } from '../../../dialogue/dialogue.samples.ts';
import { drawScene } from '../../../dialogue/scene.samples.tsx';
import { AskedNotice } from './AskedNotice.tsx';
import { HostBar } from './HostBar.tsx';
import { type Done, openDevice, room, seenBy } from './host.samples.ts';
import { PersonActions } from './PersonActions.tsx';
import { useTalk, useUnmute } from './use-unmute.ts';

let scene: Awaited<ReturnType<typeof drawScene>>;
afterEach(async () => {
  await scene.after(() => notifications.clean());
  await scene.leave();
});

const sentInputs = () => scene.sent.map(({ kind, input }) => [kind, input]);
const said = (words: string) => vi.waitFor(() => expect(document.body.textContent).toContain(words));

async function drawActions(me: string, person: string, done: Done[] = []) {
  scene = await drawScene(
    <>
      <Notifications />
      <PersonActions person={person} room={room} session={session} />
    </>,
    seenBy(me, done),
  );
}

const open = async (name: string) => {
  await scene.press(`Actions for ${name}`);
  await vi.waitFor(() => expect(scene.find('[role=menuitem]')).toBeDefined());
};
const items = () => [...document.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent);
const choose = (words: string) => scene.after(() => scene.find('[role=menuitem]', words)?.click());

describe('what hosts can do for one person', () => {
  test('[V1] a participant has no such menu', async () => {
    await drawActions(cleo, ada);
    expect(scene.text()).toBe('');
  });

  test('[V1] a host mutes, asks, stops, lights up and removes', async () => {
    await drawActions(ben, cleo);
    await open('Cleo');
    expect(items()).toEqual([
      'Mute',
      'Ask to speak',
      'Turn the camera off',
      'Ask for the camera',
      'Put in the light',
      'Remove from the session …',
    ]);
    await choose('Mute');
    await vi.waitFor(() =>
      expect(sentInputs()).toEqual([['media.stop', { room, source: 'microphone', people: [cleo] }]]),
    );
  });

  test('what the rules would refuse is not offered', async () => {
    await drawActions(ben, ada, [[ben, 'media.stop', { source: 'microphone', people: [ada] }]]);
    await open('Ada');
    expect(items()).not.toContain('Mute');
    expect(items()).not.toContain('Remove from the session …');
    await scene.leave();
    await drawActions(ben, ben);
    await open('Ben');
    expect(items()).toEqual(['Put in the light']);
  });

  test('[V9] a third person takes the place of the one who has been in the light longest', async () => {
    await drawActions(ben, ben, [[ada, 'media.spotlight', { people: [cleo, ada] }]]);
    await open('Ben');
    await choose('Put in the light');
    await vi.waitFor(() => expect(sentInputs()).toEqual([['media.spotlight', { room, people: [ada, ben] }]]));
  });

  test('[M13] who is removed may be barred, and let back in by the same notice', async () => {
    await drawActions(ben, cleo);
    await open('Cleo');
    await choose('Remove from the session');
    await said('Remove Cleo from the session?');
    await scene.after(() => scene.find('input[type=checkbox]')?.click());
    await scene.after(() =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Remove')?.click(),
    );
    await vi.waitFor(() => expect(sentInputs()).toEqual([['sessions.expel', { session, person: cleo, bar: true }]]));
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await said('Cleo was removed from the session.');
    await scene.press('Undo');
    await vi.waitFor(() => expect(sentInputs()[1]).toEqual(['sessions.readmit', { session, person: cleo }]));
  });
});

describe('what hosts can do for everybody', () => {
  const draw = async (me: string, done: Done[] = []) => {
    const seen = seenBy(me, done);
    scene = await drawScene(<HostBar session={seen.view.sessions[session] as OpenSession} room={room} />, seen);
  };

  test('mute everybody and lock the session', async () => {
    await draw(ben);
    await scene.press('Mute everybody');
    await scene.press('Lock the session');
    await vi.waitFor(() => expect(scene.sent[0]?.input).toEqual({ room, source: 'microphone', people: 'all' }));
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await vi.waitFor(() => expect(scene.sent[1]).toMatchObject({ kind: 'sessions.lock', input: { session } }));
  });

  test('a locked session is unlocked by the same button, and nobody else has the bar', async () => {
    await draw(ada, [[ben, 'sessions.lock']]);
    expect(scene.find('button', 'Unlock the session')).toBeDefined();
    await scene.leave();
    await draw(cleo);
    expect(scene.text()).toBe('');
  });
});

describe('who is asked or stopped by a host', () => {
  const ask: Done = [ben, 'media.ask', { person: cleo, source: 'microphone' }];
  const drawAsked = async (me: string, done: Done[], device = openDevice()) => {
    scene = await drawScene(
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
      scene.server.heard.patch({ from: 10, to: 11, patch: ['{', { media: ['=', after.view.media as never] }] }),
    );
    await said('A host has muted you.');
  });

  test('[V1] a microphone that was about to open when a host muted it closes again', async () => {
    const told = await drawAsked(cleo, [], openDevice({ microphone: 'on' }));
    const after = seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]);
    await scene.after(() =>
      scene.server.heard.patch({ from: 10, to: 11, patch: ['{', { media: ['=', after.view.media as never] }] }),
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
    scene = await drawScene(
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
    scene = await drawScene(<Own />, seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]));
    await scene.press('Microphone');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await vi.waitFor(() => expect(told).toEqual(['microphone']));
    await scene.after(() =>
      scene.server.heard.patch({ from: 10, to: 11, patch: ['{', { media: ['=', seenBy(cleo).view.media as never] }] }),
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
    scene = await drawScene(<Key />, seenBy(cleo, [[ben, 'media.stop', { source: 'microphone', people: 'all' }]]));
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

  test('whom nobody has stopped switches at once', async () => {
    const { media, told } = openDevice();
    scene = await drawScene(<Switches media={media} />, seenBy(cleo));
    await scene.press('Microphone');
    await vi.waitFor(() => expect(told).toEqual(['microphone']));
    expect(scene.sent).toEqual([]);
  });
});
