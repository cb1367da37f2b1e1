import { ada, cleo } from '@multaqa/shared/kernel/messages.samples';
import { limits } from '@multaqa/shared/limits';
import { afterEach, describe, expect, test } from 'vitest';
import { seenAfter } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { AnswersForm } from './AnswersForm.tsx';
import { useOwnAnswers } from './use-own-answers.ts';

const at = 1_700_000_000_000;
const asked = [
  {
    by: ada,
    kind: 'form.list',
    input: {
      needs: [
        { need: null, names: { en: 'Finance' } },
        { need: null, names: { ar: 'مياه' } },
      ],
    },
    at,
  },
  { by: ada, kind: 'form.ask', input: { field: null, kind: 'number', names: { en: 'Staff' }, choices: [] }, at },
  { by: cleo, kind: 'form.answer', input: { person: cleo, region: 'Rhineland', needs: ['n1'] }, at },
];
const locked = { by: ada, kind: 'form.lock', input: {}, at };

function Scene() {
  return <AnswersForm book={useOwnAnswers()} />;
}
const draw = (...more: typeof asked) => renderDialogue(<Scene />, seenAfter(cleo, [...asked, ...more]));
let scene: Awaited<ReturnType<typeof draw>>;
afterEach(() => scene.leave());

const field = (label: string) =>
  [...document.querySelectorAll('label')].find(one => one.textContent === label)?.control as HTMLInputElement;
const write = (label: string, words: string) =>
  scene.after(() => {
    const box = field(label);
    const { prototype } = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(box, words);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
const leave = (label: string) =>
  scene.after(() => field(label).dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
const sent = () => scene.sent.map(({ kind, input }) => ({ kind, input }));
const region = 'Which region is your town in?';

describe('the form', () => {
  test('shows what was answered, and names of needs in another language where they have none in one’s own', async () => {
    scene = await draw();
    expect(field(region).value).toBe('Rhineland');
    expect(field('Finance').checked).toBe(true);
    expect(field('مياه').checked).toBe(false);
  });

  test('saves a field when one leaves it, that field alone, and nothing that is as it was', async () => {
    scene = await draw();
    await write(region, ' Ruhr ');
    expect(sent()).toEqual([]);
    await leave(region);
    expect(sent()).toEqual([{ kind: 'form.answer', input: { person: cleo, region: 'Ruhr' } }]);
    expect(scene.text()).toContain('saving…');
    await leave(region);
    expect(sent()).toHaveLength(1);
  });

  test('saves a choice at once, and the next one with it', async () => {
    scene = await draw();
    await scene.after(() => field('مياه').click());
    expect(sent()).toEqual([{ kind: 'form.answer', input: { person: cleo, needs: ['n1', 'n2'] } }]);
    expect(field('مياه').checked).toBe(true);
    await scene.after(() => field('Deutsch').click());
    await scene.after(() => scene.server.answer({ ok: true, seq: 11 }));
    expect(sent()[1]).toEqual({ kind: 'people.describe', input: { person: cleo, languages: ['en', 'de'] } });
  });

  test('says what is kept on the device while there is no connection, and sends it later', async () => {
    scene = await draw();
    await scene.after(() => scene.server.handlers.disconnected(null));
    await write(region, 'Ruhr');
    await leave(region);
    expect(scene.text()).toContain('kept on this device');
    expect(field(region).value).toBe('Ruhr');
    expect(sent()).toEqual([]);
  });

  test('keeps in the field what is too long, or no number, and says so', async () => {
    scene = await draw();
    const long = 'a'.repeat(limits.regionGraphemes + 1);
    await write(region, long);
    await leave(region);
    expect(scene.text()).toContain('at most 80 characters');
    expect(field(region).value).toBe(long);
    await write('Staff', 'a few');
    await leave('Staff');
    expect(scene.text()).toContain('Enter a number.');
    expect(sent()).toEqual([]);
    await write('Staff', '1,200');
    await leave('Staff');
    expect(sent()).toEqual([{ kind: 'form.answer', input: { person: cleo, fields: [{ field: 'f1', value: 1_200 }] } }]);
  });

  test('keeps the words that were refused in their field', async () => {
    scene = await draw();
    await write(region, 'Ruhr');
    await leave(region);
    await scene.after(() => scene.server.answer({ ok: false, refusal: 'form.is-locked' }));
    expect(scene.text()).toContain('have closed the form');
    expect(field(region).value).toBe('Ruhr');
  });

  test('is there to be read once it is locked', async () => {
    scene = await draw(locked as (typeof asked)[number]);
    expect(scene.text()).toContain('The organisers have closed the form.');
    expect(field(region).readOnly).toBe(true);
    expect(field('Finance').disabled).toBe(true);
  });
});
