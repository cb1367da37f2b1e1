import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { suggestedNeeds } from '@multaqa/shared/people/form/suggested-needs';
import { afterEach, describe, expect, test } from 'vitest';
import { seenAfter } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { Questions } from './Questions.tsx';
import { blankQuestion, checkQuestion } from './question-draft.ts';

const at = 1_700_000_000_000;
const named = (en: string) => ({ need: null, names: { en } });
const listed = { by: ada, kind: 'form.list', input: { needs: ['Finance', 'Water', 'Land'].map(named) }, at };
const chosen = { by: cleo, kind: 'form.answer', input: { person: cleo, needs: ['n2'] }, at };

const draw = (me: string, ...sent: Parameters<typeof seenAfter>[1][]) =>
  renderDialogue(<Questions />, seenAfter(me, sent.flat() as never));
let scene: Awaited<ReturnType<typeof draw>>;
afterEach(() => scene.leave());
const sent = () => scene.sent.map(({ kind, input }) => ({ kind, input }));
const words = { en: '', ar: '', fr: '', de: '' };

describe('what people are asked', () => {
  test('an organiser takes over the suggestions with one click', async () => {
    scene = await draw(ada);
    await scene.press(`Take over ${suggestedNeeds.length} suggestions`);
    expect(sent()).toEqual([
      { kind: 'form.list', input: { needs: suggestedNeeds.map(names => ({ need: null, names })) } },
    ]);
  });

  test('a need is moved with a button, which keeps the focus', async () => {
    scene = await draw(ada, [listed]);
    await scene.press('Move “Water” up');
    expect(sent()).toEqual([{ kind: 'form.order', input: { needs: ['n2', 'n1', 'n3'], fields: [] } }]);
    expect(scene.find('button', 'Move “Finance” up')?.matches(':disabled')).toBe(true);
  });

  test('a need that people chose says so when it is taken off', async () => {
    scene = await draw(ada, [listed, chosen]);
    expect(scene.text()).toContain('1 person has chosen it');
    await scene.press('Take “Water” off');
    expect(sent()).toEqual([{ kind: 'form.unlist', input: { need: 'n2' } }]);
  });

  test('a need that was taken off can be taken up again', async () => {
    scene = await draw(ada, [listed, chosen, { by: ada, kind: 'form.unlist', input: { need: 'n2' }, at }]);
    await scene.press('Take up again');
    expect(sent()).toEqual([{ kind: 'form.list', input: { needs: [{ need: 'n2', names: { en: 'Water' } }] } }]);
  });

  test('who has not answered is named, and what others have left open', async () => {
    scene = await draw(ada, [listed, chosen]);
    expect(scene.text()).toContain('1 of 2 people have answered');
    expect(scene.text()).toContain('1 person has not answered yet');
    expect(scene.text()).toContain('open: Region, Size of town, Vision');
    expect(scene.text()).not.toContain('Dina');
  });

  test('a facilitator sees who has answered and changes nothing', async () => {
    scene = await draw(ben, [listed]);
    expect(scene.text()).toContain('people have not answered yet');
    expect(scene.find('button', 'Close the form')).toBeUndefined();
    expect(scene.find('button', 'Add a need')).toBeUndefined();
  });
});

describe('a question', () => {
  test('needs a name, and two answers where one of them is to be chosen', () => {
    expect(checkQuestion(blankQuestion)).toEqual({ ok: false, problem: 'nameless' });
    const choice = (key: string, fr: string) => ({ key, choice: null, names: { ...words, fr } });
    const who = { ...blankQuestion, kind: 'choice' as const, names: { ...words, de: ' Wer? ' } };
    expect(checkQuestion({ ...who, choices: [choice('1', 'moi'), choice('2', ' ')] })).toEqual({
      ok: false,
      problem: 'no-choices',
    });
    expect(checkQuestion({ ...who, choices: [choice('1', 'moi'), choice('2', 'toi')] })).toEqual({
      ok: true,
      input: {
        field: null,
        kind: 'choice',
        names: { de: 'Wer?' },
        choices: [
          { choice: null, names: { fr: 'moi' } },
          { choice: null, names: { fr: 'toi' } },
        ],
      },
    });
  });
});
