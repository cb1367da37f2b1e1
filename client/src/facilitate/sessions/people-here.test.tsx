import type { OpenSession } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seenAfter, session } from '../../dialogue/dialogue.samples.ts';
import { drawScene } from '../../dialogue/scene.samples.tsx';
import { LockMark } from './LockMark.tsx';
import { PeopleHere } from './PeopleHere.tsx';

let scene: Awaited<ReturnType<typeof drawScene>>;
afterEach(() => scene.leave());

const seenBy = (person: string, done: [kind: string, input: object][]) =>
  seenAfter(
    person,
    done.map(([kind, input]) => ({ by: ben, kind, input: { session, ...input }, at: 1_700_000_000_000 })),
  );

const barred: [string, object][] = [['sessions.expel', { person: cleo, bar: true }]];
const draw = async (me: string) => {
  const Actions = ({ person }: { person: string }) => <i>{person === ada ? 'actions for Ada' : ''}</i>;
  scene = await drawScene(<PeopleHere Actions={Actions} />, seenBy(me, barred));
};

describe('the people of a session', () => {
  test('each of them comes with what can be done for them', async () => {
    await draw(ben);
    expect(scene.find('li', 'actions for Ada')?.textContent).toContain('Ada');
  });

  test('[M13] hosts see who is barred and let them back in', async () => {
    await draw(ada);
    expect(scene.text()).toContain('1 person may not come back');
    await scene.press('Let back in Cleo');
    await vi.waitFor(() =>
      expect(scene.sent[0]).toMatchObject({ kind: 'sessions.readmit', input: { session, person: cleo } }),
    );
  });

  test('a locked session says so, an open one says nothing', async () => {
    const locked = seenBy(cleo, [['sessions.lock', {}]]);
    scene = await drawScene(<LockMark session={locked.view.sessions[session] as OpenSession} />, locked);
    expect(scene.text()).toBe('Locked');
    await scene.leave();
    const unlocked = seenBy(cleo, []);
    scene = await drawScene(<LockMark session={unlocked.view.sessions[session] as OpenSession} />, unlocked);
    expect(scene.text()).toBe('');
  });
});
