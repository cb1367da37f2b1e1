import type { Sent } from '@multaqa/shared/dialogue.samples';
import { questionInput, ruleInput } from '@multaqa/shared/facilitate/questions/questions.samples';
import { ben, cleo, dina, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ada, seenAfter, session, snapshotWelcome } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { readWorkbook } from '../../people/import/read-workbook.ts';
import { QuestionsPanel } from './QuestionsPanel.tsx';

const plenary = `${session}/plenary`;
const [, , , , first = '', second = '', third = ''] = sampleIds;
const at = 9_000;
const ask = (by: string, question: string, text: string, more: object = {}): Sent => ({
  ...{ by, kind: 'questions.ask', at },
  input: questionInput(plenary, question, { text, ...more }),
});
const host = (name: string, question: string, more: object = {}): Sent => ({
  ...{ by: ada, kind: `questions.${name}`, at },
  input: { room: plenary, question, ...more },
});
const rule = (more: object): Sent => ({ by: ada, kind: 'questions.rule', input: ruleInput(session, more), at });

type Scene = Awaited<ReturnType<typeof renderDialogue>>;
let scene: Scene;
const draw = async (me: string, ...sent: readonly Sent[]) => {
  scene = await renderDialogue(<QuestionsPanel />, seenAfter(me, sent));
};
/** What the server tells next. */
const tell = (me: string, ...sent: readonly Sent[]) =>
  scene.after(() => scene.server.handlers.welcome(snapshotWelcome(seenAfter(me, sent))));
const openCards = () =>
  [...document.querySelectorAll('ul[aria-label^="Questions without"] > li')].map(one => one.textContent);

beforeEach(() => localStorage.removeItem('multaqa.questions-order'));
afterEach(async () => {
  await scene.leave();
  vi.restoreAllMocks();
});

describe('the questions of a room', () => {
  test('show who asked, or that nobody is named, and how many support it', async () => {
    await draw(ben, ask(cleo, first, 'Who pays?'), ask(cleo, second, 'من يدفع؟', { names: 'anonymous' }));
    expect(scene.find('article', 'Who pays?')?.textContent).toContain('Cleo');
    expect(scene.find('article', 'من يدفع؟')?.textContent).toContain('Without a name');
    expect(scene.find('article', 'من يدفع؟')?.textContent).not.toContain('Cleo');
    expect(scene.find('button', 'Support this question. 1 person supports it')).toBeDefined();
  });

  test('one’s own nameless question is marked as one’s own on one’s own screen', async () => {
    await draw(cleo, ask(cleo, second, 'من يدفع؟', { names: 'anonymous' }));
    expect(scene.find('article', 'من يدفع؟')?.textContent).toContain('You, without your name');
  });

  test('are supported at once, with a clock until the server has it', async () => {
    await draw(cleo, ask(ben, first, 'Who pays?'));
    await scene.press('Support this question. 1 person supports it');
    const button = scene.find('button', 'Support this question. 2 people support it');
    expect(button?.getAttribute('aria-pressed')).toBe('true');
    expect(button?.querySelector('.tabler-icon-clock')).not.toBeNull();
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]).toMatchObject({ kind: 'questions.support', input: { question: first, on: true } });
  });

  test('who leaves their name out is told in plain words what that means, before they ask', async () => {
    await draw(cleo);
    expect(scene.text()).not.toContain('not even the hosts');
    await scene.after(() => scene.find('input[type=checkbox]')?.click());
    expect(scene.text()).toContain('not even the hosts');
    await scene.type('Who pays?');
    await scene.press('Ask');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]).toMatchObject({ kind: 'questions.ask', input: { text: 'Who pays?', names: 'anonymous' } });
    expect(scene.text()).toContain('waiting to be sent');
    expect(document.querySelector('textarea')?.value).toBe('');
  });

  test('a refused question keeps its words and can be written again', async () => {
    await draw(cleo);
    await scene.type('Too late');
    await scene.press('Ask');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    await scene.after(() => scene.server.answer({ ok: false, refusal: 'questions.closed' }));
    await vi.waitFor(() => expect(scene.text()).toContain('no new questions'));
    await scene.press('Write again');
    expect(document.querySelector('textarea')?.value).toBe('Too late');
  });

  test('new ones wait until the reader wants them, and nothing changes its place meanwhile', async () => {
    const before = [ask(ben, first, 'First'), ask(ben, second, 'Second')];
    await draw(cleo, ...before);
    const order = openCards();
    const support = (by: string): Sent => ({ ...host('support', second, { on: true }), by });
    await tell(cleo, ...before, support(ada), ask(ada, third, 'Third'));
    expect(openCards().map(card => card?.includes('Third'))).not.toContain(true);
    expect(openCards().map(card => card?.includes('Second'))).toEqual(order.map(card => card?.includes('Second')));
    await scene.press('1 new');
    expect(openCards()[0]).toContain('Second');
    expect(openCards().map(card => card?.includes('Third'))).toContain(true);
  });

  test('what one has asked oneself is there at once', async () => {
    await draw(cleo, ask(ben, first, 'First'));
    await tell(cleo, ask(ben, first, 'First'), ask(cleo, second, 'Mine'));
    expect(openCards()[0]).toContain('Mine');
    expect(scene.find('button', '1 new')).toBeUndefined();
  });

  test('observers read along and have no field', async () => {
    await draw(dina, ask(ben, first, 'Who pays?'));
    expect(document.querySelector('textarea')).toBeNull();
  });

  test('where the door is closed, those who do not host have no field and read why', async () => {
    await draw(cleo, rule({ door: 'closed' }));
    expect(document.querySelector('textarea')).toBeNull();
    expect(scene.text()).toContain('no new questions at the moment');
    await scene.leave();
    await draw(ada, rule({ door: 'closed' }));
    expect(document.querySelector('textarea')).not.toBeNull();
  });

  test('where names must be given, nobody is offered to leave theirs out', async () => {
    await draw(cleo, rule({ anonymous: 'refused' }));
    expect(scene.find('input[type=checkbox]')).toBeUndefined();
  });
});

describe('what hosts do', () => {
  test('they look at what waits; who asked it sees that it waits, and why it was declined', async () => {
    const waits = [rule({ review: 'first' }), ask(cleo, first, 'Who pays?')];
    await draw(ada, ...waits);
    expect(scene.text()).toContain('1 question waits for a host');
    await scene.press('Show');
    await vi.waitFor(() =>
      expect(scene.sent[0]).toMatchObject({ kind: 'questions.approve', input: { question: first } }),
    );
    await scene.leave();
    await draw(cleo, ...waits);
    expect(scene.text()).toContain('A host looks at it before everybody sees it.');
    await tell(cleo, ...waits, host('decline', first, { reason: 'Asked before' }));
    expect(scene.text()).toContain('The hosts do not show this question: Asked before');
  });

  test('those who do not host have no way to pin, merge or hide', async () => {
    await draw(cleo, ask(ben, first, 'Who pays?'));
    expect(scene.find('button', 'Actions for the question “Who pays?”')).toBeUndefined();
    await scene.leave();
    await draw(ada, ask(ben, first, 'Who pays?'));
    await scene.press('Actions for the question “Who pays?”');
    await scene.until(() => expect(scene.find('[role=menuitem]', 'Pin')).toBeDefined());
  });

  test('an answer is under its question, and the question among the answered ones', async () => {
    await draw(cleo, ask(ben, first, 'Who pays?'), host('answer', first, { answer: 'The district' }));
    expect(scene.find('details', 'Answered (1)')?.textContent).toContain('The district');
    expect(scene.find('details', 'Answered (1)')?.textContent).toContain('Answer from Ada');
  });

  test('they save all questions as a table, in which a nameless one names nobody and nothing is a formula', async () => {
    const all = [ask(cleo, first, '=Who()', { names: 'anonymous' }), host('answer', first, { answer: null })];
    await draw(ada, ...all);
    const { view } = seenAfter(ada, all);
    const questions = Object.values(view.questions.rooms[plenary]?.questions ?? {});
    scene.answerAsks(questions.map(one => ({ ...one, room: plenary })));
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation(blob => {
      blobs.push(blob as Blob);
      return 'blob:test';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const save = async (entry: string, files: number) => {
      await scene.press('More about the questions');
      await scene.until(() => expect(scene.find('[role=menuitem]', entry)).toBeDefined());
      await scene.after(() => scene.find('[role=menuitem]', entry)?.click());
      await scene.until(() => expect(blobs).toHaveLength(files));
      return blobs.at(-1) as Blob;
    };
    const csv = await (await save('Save as a table (CSV)', 1)).text();
    expect(csv).toContain(`"'=Who()",1,Answered,Answered aloud,Ada,Without a name,Plenary`);
    expect(csv).not.toContain('Cleo');
    const workbook = await save('Save as Excel workbook', 2);
    const read = await readWorkbook(new Uint8Array(await workbook.arrayBuffer()));
    expect(read.ok && read.rows[1]?.slice(0, 2)).toEqual(['=Who()', '1']);
  });
});
