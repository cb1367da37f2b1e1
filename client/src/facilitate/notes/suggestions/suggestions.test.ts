import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { readOutcome } from '@multaqa/shared/facilitate/notes/document/read-outcomes';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { joined, openNote, paragraph } from '../editor/note-editor.samples.ts';
import { suggestionsIn } from './decide.ts';
import { decideOn, setSuggesting } from './suggesting.ts';

type Edit = { from: number; length: number; words: string };
const edits: fc.Arbitrary<Edit> = fc.record({
  from: fc.nat(60),
  length: fc.nat(12),
  words: fc.constantFrom('', 'x', 'new words', 'خبز'),
});

/** Types words in the place of some others, as a keyboard does. */
function edit({ state, view }: Editor, { from, length, words }: Edit): void {
  const size = state.doc.content.size;
  const start = TextSelection.near(state.doc.resolve(Math.min(from, size))).from;
  const { parent, parentOffset } = state.doc.resolve(start);
  const end = start + Math.min(length, parent.content.size - parentOffset);
  view.dispatch(words ? state.tr.insertText(words, start, end) : state.tr.delete(start, end));
}

const lines = ['Bread waste in Sfax', 'يجمع شخصان الخبز', 'More'];
const textOf = ({ state }: Editor) => state.doc.children.map(({ textContent }) => textContent);

describe('suggestions', () => {
  test('that are all rejected leave the text as it was, whatever was suggested', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12, size: 'max' }), doings => {
        const { editor } = openNote({ content: lines.map(paragraph) });
        setSuggesting(editor, true);
        for (const doing of doings) edit(editor, doing);
        decideOn(editor, null, false);
        expect(textOf(editor)).toEqual(lines);
        expect(suggestionsIn(editor.state.doc)).toEqual([]);
        editor.state.doc.check();
        editor.destroy();
      }),
    );
  });

  test('that are all accepted leave no mark and none of the words that were taken out', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12, size: 'max' }), doings => {
        const { editor } = openNote({ content: lines.map(paragraph) });
        setSuggesting(editor, true);
        for (const doing of doings) edit(editor, doing);
        const kept: string[] = [];
        editor.state.doc.descendants(node => {
          if (node.isText && !node.marks.some(({ type }) => type.name === 'deletion')) kept.push(node.text ?? '');
        });
        decideOn(editor, null, true);
        expect(textOf(editor).join('')).toBe(kept.join(''));
        expect(suggestionsIn(editor.state.doc)).toEqual([]);
        editor.destroy();
      }),
    );
  });

  test('are what one sees: a replaced word is one suggestion with both words', () => {
    const { editor } = openNote({ content: [paragraph('Bread waste')] });
    setSuggesting(editor, true);
    edit(editor, { from: 1, length: 5, words: 'Food' });
    edit(editor, { from: 10, length: 0, words: 's' });
    expect(suggestionsIn(editor.state.doc)).toMatchObject([{ removed: 'Bread', added: 'Foods' }]);
    const [only] = suggestionsIn(editor.state.doc);
    decideOn(editor, only?.id ?? '', true);
    expect(editor.getText()).toBe('Foods waste');
  });

  test('letters taken out one after the other are one suggestion', () => {
    const { editor } = openNote({ content: [paragraph('Bread waste')] });
    setSuggesting(editor, true);
    for (const from of [5, 4, 3]) edit(editor, { from, length: 1, words: '' });
    expect(suggestionsIn(editor.state.doc)).toMatchObject([{ removed: 'ead' }]);
  });

  test('one by one: accepting one leaves the others', () => {
    const { editor } = openNote({ content: [paragraph('Bread waste in Sfax')] });
    setSuggesting(editor, true);
    edit(editor, { from: 1, length: 6, words: '' });
    edit(editor, { from: 16, length: 4, words: '' });
    const [first] = suggestionsIn(editor.state.doc);
    decideOn(editor, first?.id ?? '', true);
    expect(editor.getText()).toBe('waste in Sfax');
    expect(suggestionsIn(editor.state.doc)).toMatchObject([{ removed: 'Sfax' }]);
  });

  test('what others do meanwhile is done, and what was suggested can be undone', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    joined(one, two);
    const ada = openNote({ doc: one, content: [paragraph('Bread waste')] }).editor;
    const ben = openNote({ doc: two }).editor;
    setSuggesting(ben, true);
    edit(ada, { from: 1, length: 5, words: 'Food' });
    expect(suggestionsIn(ben.state.doc)).toEqual([]);
    edit(ben, { from: 1, length: 4, words: '' });
    expect(suggestionsIn(ada.state.doc)).toMatchObject([{ removed: 'Food' }]);
    ben.commands.undo();
    expect(suggestionsIn(ada.state.doc)).toEqual([]);
  });

  test('of new words in an outcome are no part of it before they are accepted', () => {
    const outcome = {
      type: 'outcome',
      content: [
        { type: 'outcomeTitle', content: [{ type: 'text', text: 'Buses' }] },
        { type: 'outcomeBody', content: [paragraph('at night')] },
      ],
    };
    const { editor, doc } = openNote({ content: [outcome] });
    setSuggesting(editor, true);
    editor.view.dispatch(editor.state.tr.insertText('late ', 12));
    const element = doc.getXmlFragment(textName).get(0);
    if (!(element instanceof Y.XmlElement)) throw new Error('no outcome');
    const text = () => readOutcome(element, '00000000-0000-4000-8000-00000000000a').text;
    expect(editor.getText()).toContain('late');
    expect(text()).not.toContain('late');
    decideOn(editor, null, true);
    expect(text()).toContain('late');
  });
});
