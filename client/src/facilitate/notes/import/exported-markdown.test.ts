import { type NoteJson, readNote } from '@multaqa/shared/facilitate/notes/document/note-json';
import { noteSchema } from '@multaqa/shared/facilitate/notes/document/note-schema';
import { docOf } from '@multaqa/shared/facilitate/notes/document/notes.samples';
import { corpus, people, sentences } from '@multaqa/shared/facilitate/notes/document/paper/corpus.samples';
import { makePaper } from '@multaqa/shared/facilitate/notes/document/paper/make-paper';
import { markdownOf } from '@multaqa/shared/facilitate/notes/document/paper/markdown';
import { languages } from '@multaqa/shared/kernel/languages';
import { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blocksOfMarkdown } from './markdown.ts';

const note = readNote(Y.encodeStateAsUpdate(docOf(corpus)));

const blocksOf = (markdown: string) => (blocksOfMarkdown(markdown) as NoteJson).content ?? [];

/** The note that an import makes of an exported file. */
function readBack(language: (typeof languages)[number]): Node {
  const file = markdownOf(makePaper(note, { title: 'Notes', details: [], language, people }));
  return Node.fromJSON(noteSchema, { type: 'doc', content: blocksOf(file) });
}

const outcomesOf = (whole: Node) =>
  whole.children.filter(({ type }) => type.name === 'outcome').map(one => one.toJSON());

describe.each(languages)('an exported Markdown file in %s, read by an import', language => {
  test('is a note that the schema accepts', () => {
    expect(() => readBack(language).check()).not.toThrow();
  });

  test('says the same, sentence by sentence: both directions, digits, brackets, marks, emoji and literal signs', () => {
    const paragraphs = readBack(language).children.map(({ textContent }) => textContent);
    for (const sentence of sentences) expect(paragraphs).toContain(sentence);
    const words = (whole: Node) => whole.textBetween(0, whole.content.size, '\n', ' ').replace(/\s+/g, ' ');
    // Before the first sentence are title and prompt, which a file has as headings.
    const from = (text: string) => text.slice(text.indexOf(sentences[0])).replace(' @كليو بن علي', '');
    expect(from(words(readBack(language)))).toBe(from(words(note)));
  });

  test('has the same outcomes, with every attribute', () => {
    expect(outcomesOf(readBack(language))).toEqual(outcomesOf(note));
  });
});

test('a comment that is none of ours, or tells nothing, makes no outcome', () => {
  const kinds = (file: string) => blocksOf(file).map(({ type }) => type);
  for (const file of [
    '<!-- outcome {x} -->\n\n> quote',
    '<!-- outcome [] -->',
    '<!-- note {"kind":"gap"} -->\n\n> quote',
  ])
    expect(kinds(file)).not.toContain('outcome');
  expect(kinds('<!-- outcome {"kind":"gap"} -->\n\nno quote')).toEqual(['paragraph']);
});

test('of what a comment says only that is taken which an outcome may have', () => {
  const [outcome] = blocksOf(
    '<!-- outcome {"kind":"spell","due":"2026-12-01","onclick":"alert(1)"} -->\n\n> **Gap:** Buses',
  );
  expect(outcome).toMatchObject({ type: 'outcome', attrs: { due: '2026-12-01' } });
  expect(Object.keys(outcome?.attrs ?? {})).toEqual(['due']);
});

test('tags that people write stay words, escaped or not', () => {
  for (const [file, words] of [
    ['a <script>b</script>', 'a <script>b</script>'],
    ['\\<b\\>', '<b>'],
    ['\\\\<i>', '\\<i>'],
    ['<u>one</u> <em>two</em>', 'one two'],
    ['`<u>`', '<u>'],
  ] as const)
    expect(
      blocksOf(file)
        .flatMap(({ content = [] }) => content.map(({ text }) => text))
        .join(''),
    ).toBe(words);
});
