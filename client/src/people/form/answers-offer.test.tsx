import { ada, cleo, dina } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, expect, test } from 'vitest';
import { seenAfter } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { AnswersOffer } from './AnswersOffer.tsx';

const at = 1_700_000_000_000;
const draw = (me: string, sent: Parameters<typeof seenAfter>[1] = []) =>
  renderDialogue(<AnswersOffer />, seenAfter(me, sent));
let scene: Awaited<ReturnType<typeof draw>>;
afterEach(() => scene.leave());

const half = {
  by: cleo,
  kind: 'form.answer',
  input: { person: cleo, region: 'Rhineland', townSize: 'under-1m' },
  at,
};
const rest = {
  by: cleo,
  kind: 'people.describe',
  input: { person: cleo, needs: ['A cold store'], vision: 'Fresh guava' },
  at,
};

test('who has left something open is offered the form', async () => {
  scene = await draw(cleo, [half]);
  expect(scene.text()).toContain('2 questions are still open.');
  expect(scene.find('a', 'Answer them')).toBeDefined();
});

test.each([
  ['who has answered everything', cleo, [half, rest]],
  ['anybody once the form is locked', cleo, [{ by: ada, kind: 'form.lock', input: {}, at }]],
  ['an observer, who is in no group', dina, []],
])('%s is offered nothing', async (_, me, sent) => {
  scene = await draw(me, sent);
  expect(scene.text()).toBe('');
});
