import type { Role } from '@multaqa/shared/kernel/messages';
import { ada, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test } from 'vitest';
import { viewOf } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { Roster } from './Roster.tsx';

const draw = (me: string, role: Role) =>
  renderDialogue(<Roster />, { me, audience: { role, place: null, watches: [] }, view: viewOf(me) });
let scene: Awaited<ReturnType<typeof draw>>;
afterEach(() => scene.leave());

describe('the roster', () => {
  test('organisers see addresses and can add, import and act', async () => {
    scene = await draw(ada, 'organiser');
    expect(scene.text()).toContain('cleo@example.org');
    expect(scene.find('button', 'Add a person')).toBeDefined();
    expect(scene.find('a', 'Import a list')).toBeDefined();
    expect(scene.find('button', 'Actions for Cleo')).toBeDefined();
  });

  test('what others may not do is not there', async () => {
    scene = await draw(cleo, 'participant');
    expect(scene.text()).toContain('Ada');
    expect(scene.text()).not.toContain('@example.org');
    expect(scene.find('button', 'Add a person')).toBeUndefined();
    expect(scene.find('button', 'Actions for Cleo')).toBeUndefined();
    expect(document.querySelector('input[type=checkbox]')).toBeNull();
  });
});
