import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { readOutcome } from '@multaqa/shared/facilitate/notes/document/read-outcomes';
import { outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import type { Editor, JSONContent } from '@tiptap/core';
import { type Node, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { joined, openNote, paragraph, press } from '../editor/note-editor.samples.ts';
import { addTranslation, dissolveOutcome, insertOutcome, makeOutcome, outcomeAt } from './outcome-blocks.ts';
import { idsOf, outcomesOf, textsOf } from './outcomes.samples.ts';
import { digestOf, isOlder } from './said.ts';

const words = fc.constantFrom('', 'bread', 'مخبز 14 (2026)', 'a longer line of text', 'x'.repeat(200));
const lines = fc.array(words, { minLength: 1, maxLength: 5 });
const kinds = fc.constantFrom(...outcomeKinds);

const step = (editor: Editor, change: Parameters<Editor['commands']['command']>[0]) => editor.commands.command(change);
const caretIn = (editor: Editor, place: number) =>
  step(editor, ({ tr }) => {
    const at = Math.min(Math.max(0, place), tr.doc.content.size);
    tr.setSelection(TextSelection.near(tr.doc.resolve(at)));
    return true;
  });

const outcome = (title: string, text = '', attrs = {}): JSONContent => ({
  type: 'outcome',
  attrs,
  content: [
    { type: 'outcomeTitle', ...(title && { content: [{ type: 'text', text: title }] }) },
    { type: 'outcomeBody', content: [paragraph(text)] },
  ],
});

describe('making outcomes', () => {
  test('turning blocks into an outcome and back keeps every word, in order', () => {
    fc.assert(
      fc.property(lines, kinds, fc.nat(200), fc.nat(200), (said, kind, from, to) => {
        const { editor } = openNote({ content: said.map(paragraph) });
        const before = textsOf(editor);
        const size = editor.state.doc.content.size;
        editor.commands.setTextSelection({ from: Math.min(from, to, size), to: Math.min(Math.max(from, to), size) });
        expect(step(editor, ({ tr }) => makeOutcome(tr, kind))).toBe(true);
        expect(textsOf(editor)).toEqual(before);
        const made = outcomeAt(editor.state);
        expect(made?.node.attrs.kind).toBe(kind);
        editor.state.doc.check();
        step(editor, ({ tr }) => {
          if (made) dissolveOutcome(tr, made);
          return true;
        });
        editor.state.doc.check();
        expect(textsOf(editor)).toEqual(before);
        expect(outcomesOf(editor)).toEqual([]);
      }),
    );
  });

  test('lists, tables and headings give their lines; headings of templates stay before it, and whoever is named is whom it concerns', () => {
    const { editor } = openNote({
      content: [
        { type: 'prompt', attrs: { prompt: 'gaps.gap' } },
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Buses')] }] },
        { type: 'paragraph', content: [{ type: 'mention', attrs: { person: 'ben' } }] },
      ],
    });
    editor.commands.selectAll();
    step(editor, ({ tr }) => makeOutcome(tr, 'gap'));
    expect(editor.getJSON().content).toMatchObject([
      { type: 'prompt' },
      { type: 'outcome', attrs: { people: ['ben'] }, content: [{ content: [{ text: 'Buses' }] }, {}] },
    ]);
  });

  test('an outcome is never made of another one', () => {
    const { editor } = openNote({ content: [paragraph('a'), outcome('b'), paragraph('c')] });
    editor.commands.selectAll();
    expect(step(editor, ({ tr }) => makeOutcome(tr, 'gap'))).toBe(false);
  });
});

type Act =
  | { kind: 'make' | 'insert' | 'duplicate' | 'move' | 'undo' | 'redo' | 'enter' | 'backspace'; at: number }
  | { kind: 'type'; at: number; words: string };
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('make', 'insert', 'duplicate', 'move', 'undo', 'redo', 'enter', 'backspace'),
    at: fc.nat(300),
  }),
  fc.record({ kind: fc.constant('type'), at: fc.nat(300), words }),
);

function act(editor: Editor, doing: Act): void {
  caretIn(editor, doing.at);
  if (doing.kind === 'make') step(editor, ({ tr }) => makeOutcome(tr, 'idea'));
  else if (doing.kind === 'insert') step(editor, ({ tr }) => insertOutcome(tr, 'question'));
  else if (doing.kind === 'undo') editor.commands.undo();
  else if (doing.kind === 'redo') editor.commands.redo();
  else if (doing.kind === 'enter') press(editor, 'Enter');
  else if (doing.kind === 'backspace') press(editor, 'Backspace');
  else if (doing.kind === 'type') editor.commands.insertContent(doing.words || ' ');
  else repeat(editor, doing.kind);
}

/** Puts an outcome to the end, as well as where it is, or instead. */
function repeat(editor: Editor, how: 'duplicate' | 'move'): void {
  const found = outcomeAt(editor.state);
  if (!found) return;
  step(editor, ({ tr }) => {
    if (how === 'move') tr.delete(found.at, found.at + found.node.nodeSize);
    tr.insert(tr.doc.content.size, found.node);
    return true;
  });
}

describe('the ids of outcomes', () => {
  test('are there, and unique, after whatever two people do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), acts), { maxLength: 25, size: 'max' }), doings => {
        const docs = [new Y.Doc(), new Y.Doc()] as const;
        joined(...docs);
        const [ada, ben] = [openNote({ doc: docs[0] }).editor, openNote({ doc: docs[1] }).editor];
        ada.commands.setContent([paragraph('one'), paragraph('two')]);
        for (const [isAda, doing] of doings) act(isAda ? ada : ben, doing);
        const ids = idsOf(ada);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every(id => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
        expect(ben.getJSON()).toEqual(ada.getJSON());
        ada.state.doc.check();
        ada.destroy();
        ben.destroy();
      }),
      { numRuns: 60 },
    );
  });

  test('stay what they are where an outcome is cut and pasted; a copy gets its own', () => {
    const { editor } = openNote({ content: [outcome('one'), paragraph('')] });
    const [id] = idsOf(editor);
    const [node] = outcomesOf(editor);
    if (!node) throw new Error('no outcome');
    step(editor, ({ tr }) => Boolean(tr.delete(0, node.nodeSize)));
    expect(idsOf(editor)).toEqual([]);
    step(editor, ({ tr }) => Boolean(tr.replaceRange(0, 0, Slice.maxOpen(tr.doc.type.create(null, node).content))));
    expect(idsOf(editor)).toEqual([id]);
    step(editor, ({ tr }) => Boolean(tr.insert(tr.doc.content.size, node)));
    expect(idsOf(editor)[0]).toBe(id);
    expect(idsOf(editor)[1]).not.toBe(id);
    expect(outcomesOf(editor)[1]?.attrs.from).toEqual([]);
  });

  test('one that comes from another document says so', () => {
    const id = '00000000-0000-4000-8000-00000000000a';
    const { editor } = openNote({ content: [paragraph('')] });
    editor.commands.insertContentAt(0, outcome('from elsewhere', '', { id }));
    expect(outcomesOf(editor)[0]?.attrs).toMatchObject({ from: [id] });
    expect(idsOf(editor)).not.toContain(id);
  });

  test('are given by whoever acts alone: what others do is changed by nobody', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    joined(one, two);
    const ada = openNote({ doc: one }).editor;
    const ben = openNote({ doc: two }).editor;
    ada.commands.setContent([outcome('a')]);
    let written = 0;
    two.on('update', (_: Uint8Array, origin: unknown) => {
      if (origin !== 'others') written += 1;
    });
    ada.commands.insertContentAt(0, outcome('b'));
    expect(written).toBe(0);
    expect(idsOf(ben)).toEqual(idsOf(ada));
  });
});

describe('a second language', () => {
  const translated = (editor: Editor) => outcomesOf(editor)[0] as Node;
  const write = (editor: Editor, part: 0 | 2, text: string) => {
    const node = translated(editor);
    const at = part === 0 ? 2 : 1 + node.child(0).nodeSize + node.child(1).nodeSize + 2;
    editor.commands.insertContentAt(at, text);
  };

  test('is older from the first change of the original until somebody writes in it, or says that it is not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0 as const, 2 as const), { maxLength: 12 }), parts => {
        const { editor, doc } = openNote({ content: [outcome('Bread'), paragraph('')] });
        caretIn(editor, 3);
        step(editor, ({ tr, state }) => {
          const found = outcomeAt(state);
          if (found) addTranslation(tr, found, 'ar');
          return found !== null;
        });
        write(editor, 2, 'خبز');
        let older = false;
        for (const part of parts) {
          write(editor, part, 'x');
          older = part === 0;
          expect(isOlder(translated(editor))).toBe(older);
        }
        const element = doc.getXmlFragment(textName).get(0);
        if (!(element instanceof Y.XmlElement)) throw new Error('no outcome');
        expect(readOutcome(element, translated(editor).attrs.id).translation?.older).toBe(older);
      }),
      { numRuns: 30 },
    );
  });

  test('knows its original by the digest that the server makes of it', () => {
    fc.assert(
      fc.property(words, lines, (title, said) => {
        const body = { type: 'outcomeBody', content: said.map(paragraph) };
        const of = outcome(title.slice(0, 100));
        const { editor } = openNote({ content: [{ ...of, content: [of.content?.[0] ?? {}, body] }] });
        const before = digestOf(translated(editor));
        editor.commands.insertContentAt(2, 'y');
        expect(digestOf(translated(editor))).not.toBe(before);
      }),
    );
  });
});

describe('keys in an outcome', () => {
  const keyed = (editor: Editor, ...keys: string[]) => {
    for (const key of keys) press(editor, key);
  };

  test('Enter leads from the title to the text, and twice at the end out of it', () => {
    const { editor } = openNote({ content: [outcome('Title', 'Text')] });
    caretIn(editor, 4);
    keyed(editor, 'Enter');
    expect(editor.state.selection.$from.node(-1).type.name).toBe('outcomeBody');
    caretIn(editor, editor.state.doc.content.size - 3);
    keyed(editor, 'Enter', 'Enter');
    editor.commands.insertContent('after');
    expect(editor.getJSON().content).toMatchObject([{ type: 'outcome' }, paragraph('after')]);
    expect(outcomesOf(editor)[0]?.child(1).childCount).toBe(1);
  });

  test('Ctrl+Enter leads out from anywhere, and another one comes below, without the empty line that it was asked for in', () => {
    const { editor } = openNote({ content: [outcome('Title', 'Text')] });
    caretIn(editor, 4);
    step(editor, ({ tr }) => insertOutcome(tr, 'idea'));
    expect(textsOf(editor)).toEqual(['Title', 'Text']);
    expect(outcomesOf(editor).map(({ attrs }) => attrs.kind)).toEqual(['practice', 'idea']);
    caretIn(editor, (outcomesOf(editor)[0]?.nodeSize ?? 0) - 3);
    keyed(editor, 'Enter');
    step(editor, ({ tr }) => insertOutcome(tr, 'gap'));
    expect(outcomesOf(editor).map(({ attrs }) => attrs.kind)).toEqual(['practice', 'gap', 'idea']);
    expect(outcomesOf(editor)[0]?.child(1).childCount).toBe(1);
    press(editor, 'Enter', { ctrlKey: true });
    expect(editor.getJSON().content?.map(({ type }) => type)).toEqual(['outcome', 'outcome', 'paragraph', 'outcome']);
  });

  test('Backspace takes an empty one away, and joins no parts of one with words', () => {
    const { editor } = openNote({ content: [outcome('Title', 'Text')] });
    caretIn(editor, 2);
    keyed(editor, 'Backspace');
    caretIn(editor, 2 + 'Title'.length + 3);
    keyed(editor, 'Backspace');
    expect(textsOf(editor)).toEqual(['Title', 'Text']);
    const empty = openNote({ content: [outcome('')] }).editor;
    caretIn(empty, 2);
    keyed(empty, 'Backspace');
    expect(empty.getJSON().content).toMatchObject([{ type: 'paragraph' }]);
  });
});
