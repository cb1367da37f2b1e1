import { Notifications, notifications } from '@mantine/notifications';
import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { mediaStoreOf } from '../use-media.ts';
import { type Done, room, seenBy } from './host.samples.ts';
import { PersonActions } from './PersonActions.tsx';
import { PersonLine } from './PersonLine.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(async () => {
  await scene.after(() => notifications.clean());
  await scene.leave();
});

const sentInputs = () => scene.sent.map(({ kind, input }) => [kind, input]);
const said = (words: string) => vi.waitFor(() => expect(document.body.textContent).toContain(words));

async function drawActions(me: string, person: string, done: Done[] = []) {
  scene = await renderDialogue(
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

describe('somebody in the list of people', () => {
  const draw = async (me: string) => {
    scene = await renderDialogue(
      <PersonLine person={cleo} seat={{ room, since: 0, lostAt: null }} session={session} />,
      seenBy(me),
    );
    const open = { microphone: true, camera: false, screen: false, network: 'good' } as const;
    await scene.after(() =>
      mediaStoreOf(scene.dialogue).setState({ status: 'on', participants: new Map([[cleo, open]]) }),
    );
  };

  test('[V1] an open microphone is closed by one press of a host', async () => {
    await draw(ben);
    await scene.press('Mute Cleo');
    await vi.waitFor(() =>
      expect(sentInputs()).toEqual([['media.stop', { room, source: 'microphone', people: [cleo] }]]),
    );
  });

  test('everybody else sees that it is open', async () => {
    await draw(cleo);
    expect(scene.find('button', 'Mute Cleo')).toBeUndefined();
  });
});

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
      'Spotlight',
      'Make facilitator of this room',
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
    expect(items()).toEqual(['Spotlight']);
  });

  test('[V9] a third person takes the place of the one who has been in the light longest', async () => {
    await drawActions(ben, ben, [[ada, 'media.spotlight', { people: [cleo, ada] }]]);
    await open('Ben');
    await choose('Spotlight');
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
