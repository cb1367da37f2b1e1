import { outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { joined, openNote, paragraph, press } from '../editor/note-editor.samples.ts';
import { blocks, searchWords } from './block-words.ts';
import { begins } from './search.ts';

/** Types at the end of the first line, as a keyboard does. */
const type = ({ editor }: ReturnType<typeof openNote>, words: string) =>
  editor.view.dispatch(editor.state.tr.insertText(words, editor.state.doc.child(0).nodeSize - 1));
const itemsOf = ({ desk }: ReturnType<typeof openNote>) =>
  desk.menu.getState().open?.items.map(item => (item.kind === 'person' ? item.person : item.of));

describe('the menu at the caret', () => {
  test.each([
    ['/', [...outcomeKinds, ...blocks]],
    ['/deci', ['decision']],
    ['/beschl', ['decision']],
    ['/قرا', ['decision']],
    ['/décis', ['decision']],
    ['/tabl', ['table']],
    ['/nothing', []],
  ])('%s finds %j, whatever the language', async (typed, found) => {
    const note = openNote({ content: [paragraph('')] });
    note.editor.commands.focus();
    type(note, typed);
    await vi.waitFor(() => expect(itemsOf(note)).toEqual(found));
  });

  test('arrows and Enter choose; the command goes, the block comes', async () => {
    const note = openNote({ content: [paragraph('')] });
    note.editor.commands.focus();
    type(note, '/');
    await vi.waitFor(() => expect(itemsOf(note)).toHaveLength(outcomeKinds.length + blocks.length));
    press(note.editor, 'ArrowDown');
    press(note.editor, 'Enter');
    expect(note.editor.getJSON().content).toMatchObject([{ type: 'outcome', attrs: { kind: 'gap' } }]);
    expect(note.editor.getText()).not.toContain('/');
  });

  test('@ names people by name or town', async () => {
    const note = openNote({ content: [paragraph('')] });
    note.desk.reader.setState({ people: [{ person: 'ben', name: 'Ben', municipality: 'إربد' }] });
    note.editor.commands.focus();
    type(note, '@إر');
    await vi.waitFor(() => expect(itemsOf(note)).toEqual(['ben']));
    press(note.editor, 'Enter');
    expect(note.editor.getJSON().content?.[0]?.content).toMatchObject([
      { type: 'mention', attrs: { person: 'ben' } },
      { type: 'text', text: ' ' },
    ]);
  });

  test('never opens for what somebody else types', async () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    joined(one, two);
    const ada = openNote({ doc: one, content: [paragraph('')] });
    const ben = openNote({ doc: two });
    ada.editor.commands.focus();
    type(ada, '/');
    await vi.waitFor(() => expect(itemsOf(ada)).toHaveLength(outcomeKinds.length + blocks.length));
    expect(ben.editor.getText()).toContain('/');
    expect(ben.desk.menu.getState().open).toBe(null);
  });
});

test('accents, case and the Arabic article do not matter in a search', () => {
  expect(begins('Lücke', 'LUC')).toBe(true);
  expect(begins('أفكار', 'افك')).toBe(true);
  expect(begins('المشروع', 'مشر')).toBe(true);
  expect(Object.values(searchWords).every(words => words === words.toLowerCase())).toBe(true);
});
