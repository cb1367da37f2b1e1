import { afterEach, expect, test, vi } from 'vitest';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { OrganiserList } from './OrganiserList.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(async () => {
  await scene.leave();
  vi.unstubAllGlobals();
});

test('somebody who has not said their name yet is called so, in the list and by its buttons', async () => {
  const organiser = { email: null, revoked: false, signedIn: true, me: false };
  const organisers = [
    { ...organiser, account: 'one', name: '' },
    { ...organiser, account: 'two', name: 'Ben' },
  ];
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ organisers })));
  scene = await renderDialogue(<OrganiserList />);
  await vi.waitFor(async () => {
    await scene.after(() => {});
    expect(document.querySelectorAll('li')).toHaveLength(2);
  });
  expect(scene.text()).toContain('No name yet');
  expect(scene.find('button', 'New link for No name yet')).toBeDefined();
  expect(scene.find('button', 'New link for Ben')).toBeDefined();
});
