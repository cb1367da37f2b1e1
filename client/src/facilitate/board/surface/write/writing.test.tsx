// @vitest-environment happy-dom
import { writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startLanguages } from '../../../../platform/languages.ts';
import { deskWith, idOf, note } from '../desk.samples.ts';
import { DeskContext } from '../use-desk.ts';
import { Layer } from '../view/Layer.tsx';
import { startWriting } from './start-writing.ts';

const a = idOf('a');

beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.setItem('multaqa.language', 'en');
  await startLanguages();
});
afterEach(() => {
  document.body.replaceChildren();
});

const settled = (work: () => void): Promise<void> =>
  Promise.resolve(
    act(async () => {
      work();
    }),
  );

/** Ada writes in a note; `field` is where, `others` is what somebody else makes of its text. */
async function adaWrites(text: string) {
  const { desk, doc } = deskWith({ [a]: note(0, 0, { text }) });
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await settled(() =>
    root.render(
      <DeskContext value={desk}>
        <Layer Mark={null} />
      </DeskContext>,
    ),
  );
  await settled(() => startWriting(desk, a));
  const field = document.querySelector('textarea');
  if (!field) throw new Error('there is no field');
  const tell = (type: string) => field.dispatchEvent(new Event(type, { bubbles: true }));
  return {
    desk,
    field,
    type: (words: string, at = field.selectionStart) =>
      settled(() => {
        field.value = field.value.slice(0, at) + words + field.value.slice(at);
        field.setSelectionRange(at + words.length, at + words.length);
        tell('input');
      }),
    compose: (step: 'start' | 'end') => settled(() => void tell(`composition${step}`)),
    press: (key: string) =>
      settled(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))),
    others: (words: string) => settled(() => doc.transact(() => writeThing(doc, a, words))),
    words: () => {
      const thing = desk.board.scene().get(a);
      return thing && 'text' in thing ? thing.text : null;
    },
  };
}

describe('writing in a thing', () => {
  test('begins with the focus in the field and the caret at its end', async () => {
    const { field } = await adaWrites('بئر');
    expect(document.activeElement).toBe(field);
    expect(field.selectionStart).toBe(3);
    expect(field.dir).toBe('auto');
  });

  test('keeps the caret behind its letter while others write before and after it', async () => {
    const { field, others, type, words } = await adaWrites('بئر');
    await others('ماء بئر');
    await others('ماء بئر عميقة');
    expect(field.value).toBe('ماء بئر عميقة');
    expect(field.selectionStart).toBe('ماء بئر'.length);
    await type('ان');
    expect(words()).toBe('ماء بئران عميقة');
  });

  test('leaves letters alone while they are composed, and loses nothing that others write meanwhile', async () => {
    const { field, compose, type, others, words } = await adaWrites('水');
    await compose('start');
    await type('jing');
    expect(words()).toBe('水');
    await others('好水');
    expect(field.value).toBe('水jing');
    await settled(() => {
      field.value = '水井';
    });
    await compose('end');
    expect(words()).toBe('好水井');
    expect(field.value).toBe('好水井');
  });

  test('takes a word back as one step, and what others wrote stays', async () => {
    const { desk, type, others, words } = await adaWrites('Wells');
    await type(' dry');
    await type(' up');
    await others('Deep Wells dry up');
    await settled(() => desk.board.undo());
    expect(words()).toBe('Deep Wells');
  });

  test('ends with Escape; the thing has the focus then', async () => {
    const { desk, press } = await adaWrites('Wells');
    await press('Escape');
    expect(desk.ui.getState()).toMatchObject({ writes: null, focused: a });
    expect(document.activeElement).toBe(document.querySelector(`[data-thing="${a}"]`));
  });

  test('goes on with Tab in a new note beside, of the same colour', async () => {
    const { desk, press } = await adaWrites('Wells');
    await press('Tab');
    const [, next] = [...desk.board.scene().values()];
    expect(next).toMatchObject({ kind: 'note', colour: 'yellow', at: [220, 0, 200, 200, 0] });
    expect(desk.ui.getState().writes).toBe(next?.id);
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });
});
