// @vitest-environment happy-dom
import { changeThing, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startLanguages } from '../../../../platform/languages.ts';
import { arrow, deskWith, idOf, note } from '../desk.samples.ts';
import { DeskContext } from '../use-desk.ts';
import { Layer } from './Layer.tsx';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(idOf) as [string, string, string, string];

beforeAll(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.setItem('multaqa.language', 'en');
  await startLanguages();
});
afterEach(() => {
  document.body.replaceChildren();
});

/** Does something and lets everything that follows from it be drawn. */
const settled = (work: () => void): Promise<void> =>
  Promise.resolve(
    act(async () => {
      work();
    }),
  );

/** Draws the things of a board; `drawn` says which have been drawn since it was last asked. */
async function layerOf(things: Parameters<typeof deskWith>[0]) {
  const at = deskWith(things);
  const drawn: string[] = [];
  const Probe = ({ thing }: { thing: Thing }) => {
    drawn.push(thing.id);
    return null;
  };
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await settled(() =>
    root.render(
      <DeskContext value={at.desk}>
        <Layer Mark={Probe} />
      </DeskContext>,
    ),
  );
  return {
    ...at,
    drawn: () => [...new Set(drawn.splice(0))].sort(),
    element: (id: string) => document.querySelector<HTMLElement>(`[data-thing="${id}"]`),
    after: settled,
  };
}

describe('the things of a board as elements', () => {
  test('an edit of one thing draws this one again and no other', async () => {
    const { drawn, after, doc, desk } = await layerOf({
      ...{ [a]: note(0, 0), [b]: note(300, 0), [c]: note(0, 300), [d]: arrow(a, b) },
    });
    expect(drawn()).toEqual([a, b, c]);
    await after(() => desk.board.edit(() => writeThing(doc, c, 'Wells')));
    expect(drawn()).toEqual([c]);
    await after(() => desk.board.edit(() => changeThing(doc, a, { at: [0, 10, 200, 200, 0] })));
    expect(drawn()).toEqual([a]);
    await after(() => desk.camera.push([-20, -10]));
    expect(drawn()).toEqual([]);
  });

  test('an arrow goes along while somebody drags what it holds on to', async () => {
    const { after, element, desk } = await layerOf({ [a]: note(0, 0), [b]: note(600, 0), [d]: arrow(a, b) });
    const line = () => element(d)?.querySelector('path')?.getAttribute('d');
    const before = line();
    const thing = desk.board.scene().get(b) as Extract<Thing, { kind: 'note' }>;
    await after(() => desk.look.preview('ben', new Map([[b, { ...thing, at: [600, 400, 200, 200, 0] }]])));
    expect(line()).not.toBe(before);
    await after(() => desk.look.preview('ben', null));
    expect(line()).toBe(before);
  });

  test('a note says what was merged into it, and the other one is drawn no more', async () => {
    const { after, element, doc, desk } = await layerOf({
      [a]: note(0, 0, { text: 'Wells' }),
      [b]: note(300, 0, { text: 'مضخات' }),
    });
    await after(() => desk.board.edit(() => changeThing(doc, b, { into: a })));
    expect(element(a)?.textContent).toBe('Wellsمضخات');
    expect(element(b)).toBeNull();
    await after(() => desk.board.edit(() => writeThing(doc, b, 'مضخات وآبار')));
    expect(element(a)?.textContent).toBe('Wellsمضخات وآبار');
    await after(() => desk.board.edit(() => changeThing(doc, b, { into: null })));
    expect(element(b)?.textContent).toBe('مضخات وآبار');
  });

  test('each thing has a name for those who hear the board', async () => {
    const { element } = await layerOf({ [a]: note(0, 0, { text: 'بئر' }), [b]: note(300, 0) });
    expect(element(a)?.getAttribute('aria-label')?.replace(/[⁨⁩]/g, '')).toBe('Note: بئر');
    expect(element(b)?.getAttribute('aria-label')?.replace(/[⁨⁩]/g, '')).toBe('Note, empty');
  });
});
