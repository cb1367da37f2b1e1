import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { readOutcome } from '@multaqa/shared/facilitate/notes/document/read-outcomes';
import type { WrittenOutcome } from '@multaqa/shared/facilitate/notes/outcomes';
import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { joined, openNote, paragraph } from '../editor/note-editor.samples.ts';
import { idsOf, outcomesOf, textsOf } from './outcomes.samples.ts';
import { isOlder } from './said.ts';
import { insertOutcomes, mergeOutcomes } from './written-outcomes.ts';

const written = (outcome: string, title: string, more: Partial<WrittenOutcome> = {}): WrittenOutcome => ({
  ...{
    outcome,
    title,
    text: `${title} text`,
    kind: 'idea',
    language: 'en',
    people: [],
    municipality: null,
    subtopic: null,
  },
  ...{ owner: null, due: null, translation: null, from: [], ...more },
});

describe('outcomes of other documents', () => {
  const [ada, ben] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;
  const arabic = { language: 'ar', title: 'خبز', text: 'نص' } as const;

  test('come as blocks of their own that say where they are from, and go in one step', () => {
    const { editor, doc } = openNote({ content: [paragraph('Summary'), paragraph('')] });
    insertOutcomes(editor, [written(ada, 'A', { translation: { ...arabic, older: false } }), written(ben, 'B')], 'end');
    expect(outcomesOf(editor).map(({ attrs }) => attrs.from)).toEqual([[ada], [ben]]);
    expect(idsOf(editor).every(id => id && id !== ada && id !== ben)).toBe(true);
    const element = doc.getXmlFragment(textName).get(1);
    if (!(element instanceof Y.XmlElement)) throw new Error('no outcome');
    expect(readOutcome(element, ada)).toMatchObject({
      title: 'A',
      text: 'A text',
      translation: { older: false, title: 'خبز' },
    });
    editor.commands.undo();
    expect(outcomesOf(editor)).toEqual([]);
  });

  test('are merged into the first: every word stays, people and sources are united, and it goes back in one step', () => {
    const { editor } = openNote({ content: [paragraph('Summary')] });
    const [cleo, dina] = [ada, ben];
    insertOutcomes(
      editor,
      [
        written(ada, 'A', { people: [cleo] }),
        written(ben, 'B', { people: [cleo, dina], translation: { ...arabic, older: false } }),
      ],
      'end',
    );
    const before = editor.getJSON();
    const words = textsOf(editor);
    const [first = '', second = ''] = idsOf(editor);
    expect(mergeOutcomes(editor, [first, second])).toBe(true);
    expect(idsOf(editor)).toEqual([first]);
    expect(textsOf(editor).sort()).toEqual(words.sort());
    expect(outcomesOf(editor)[0]?.attrs).toMatchObject({ people: [cleo, dina], from: [ada, ben, second] });
    expect(isOlder(outcomesOf(editor)[0] as Node)).toBe(true);
    editor.state.doc.check();
    editor.commands.undo();
    expect(editor.getJSON()).toEqual(before);
    expect(mergeOutcomes(editor, [first])).toBe(false);
  });
});

describe('two people who merge at the same time', () => {
  const names = ['A', 'B', 'C', 'D', 'E'];
  const chosen = fc.uniqueArray(fc.nat(names.length - 1), { minLength: 2, maxLength: names.length, size: 'max' });

  test('leave each outcome at most once, with an id of its own, and lose no words', async () => {
    await fc.assert(
      fc.asyncProperty(chosen, chosen, async (ofAda, ofBen) => {
        const [one, two] = [new Y.Doc(), new Y.Doc()];
        const ada = openNote({ doc: one, content: [paragraph('Summary')] }).editor;
        insertOutcomes(
          ada,
          names.map((name, at) => written(`00000000-0000-4000-8000-0000000000a${at}`, name)),
          'end',
        );
        Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
        const ben = openNote({ doc: two }).editor;
        const ids = idsOf(ada);
        mergeOutcomes(
          ada,
          ofAda.map(at => ids[at] ?? ''),
        );
        mergeOutcomes(
          ben,
          ofBen.map(at => ids[at] ?? ''),
        );
        joined(one, two);
        const ofOne = Y.encodeStateAsUpdate(one);
        Y.applyUpdate(one, Y.encodeStateAsUpdate(two), 'others');
        Y.applyUpdate(two, ofOne, 'others');
        const text = () => textsOf(ada).join('\n');
        await vi.waitFor(() => {
          for (const name of names) expect(text()).toContain(`${name} text`);
        });
        expect(ben.getJSON()).toEqual(ada.getJSON());
        expect(new Set(idsOf(ada)).size).toBe(idsOf(ada).length);
        ada.state.doc.check();
        ada.destroy();
        ben.destroy();
      }),
      { numRuns: 15 },
    );
  });
});
