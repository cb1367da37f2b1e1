import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { ada, ben, cleo, dina } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { LockMark } from './LockMark.tsx';
import { PeopleHere } from './PeopleHere.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const seenBy = (person: string, done: [kind: string, input: object][]) =>
  seenAfter(
    person,
    done.map(([kind, input]) => ({ by: ben, kind, input: { session, ...input }, at: 1_700_000_000_000 })),
  );

const barred: [string, object][] = [['sessions.expel', { person: cleo, bar: true }]];
const draw = async (me: string) => {
  const Actions = ({ person }: { person: string }) => <i>{person === ada ? 'actions for Ada' : ''}</i>;
  scene = await renderDialogue(<PeopleHere Actions={Actions} />, seenBy(me, barred));
};

describe('the people of a session', () => {
  test('hosts see apart who has left and who has not come', async () => {
    const left = seenAfter(ben, [
      { by: cleo, kind: 'sessions.leave', input: { room: `${session}/plenary` }, at: 1_700_000_000_000 },
    ]);
    scene = await renderDialogue(<PeopleHere Actions={() => null} />, left);
    expect(scene.find('summary', '1 person has left')).toBeDefined();
    expect(scene.find('summary', '1 person is not here')).toBeDefined();
    expect(scene.find('details', 'has left')?.textContent).toContain('Cleo');
  });

  test('each of them comes with what can be done for them', async () => {
    await draw(ben);
    expect(scene.find('li', 'actions for Ada')?.textContent).toContain('Ada');
  });

  test('[M13] hosts see who is barred and let them back in', async () => {
    await draw(ada);
    expect(scene.text()).toContain('1 person may not come back');
    await scene.press('Let Cleo back in');
    await vi.waitFor(() =>
      expect(scene.sent[0]).toMatchObject({ kind: 'sessions.readmit', input: { session, person: cleo } }),
    );
  });

  test('[M15] who waits sees how many are inside, and nobody of them', async () => {
    const waiting = { by: dina, kind: 'sessions.enter', input: { session }, at: 1_700_000_000_000 };
    scene = await renderDialogue(<PeopleHere Actions={() => null} />, seenAfter(dina, [waiting]));
    expect(scene.text()).toContain('3 people in the room');
    expect(scene.text()).toContain('1 person in the lobby');
    expect(scene.text()).toContain('Dina');
    for (const name of ['Ada', 'Ben', 'Cleo', 'not here']) expect(scene.text()).not.toContain(name);
    await scene.leave();
    scene = await renderDialogue(<PeopleHere Actions={() => null} />, seenAfter(cleo, [waiting]));
    for (const words of ['3 people in the room', '1 person is not here']) expect(scene.text()).toContain(words);
    expect(scene.text()).not.toContain('in the lobby');
  });

  test('a locked session says so, an open one says nothing', async () => {
    const locked = seenBy(cleo, [['sessions.lock', {}]]);
    scene = await renderDialogue(<LockMark session={locked.view.sessions[session] as OpenSessionView} />, locked);
    expect(scene.text()).toBe('Locked');
    await scene.leave();
    const unlocked = seenBy(cleo, []);
    scene = await renderDialogue(<LockMark session={unlocked.view.sessions[session] as OpenSessionView} />, unlocked);
    expect(scene.text()).toBe('');
  });
});
