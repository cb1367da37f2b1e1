import { type NoteJson, readNote } from '@multaqa/shared/facilitate/notes/document/note-json';
import { noteExtensions, noteSchema } from '@multaqa/shared/facilitate/notes/document/note-schema';
import { docOf } from '@multaqa/shared/facilitate/notes/document/notes.samples';
import { corpus, people, sentences } from '@multaqa/shared/facilitate/notes/document/paper/corpus.samples';
import { makePaper } from '@multaqa/shared/facilitate/notes/document/paper/make-paper';
import { markdownOf } from '@multaqa/shared/facilitate/notes/document/paper/markdown';
import { markOutcomes, outcomesIn } from '@multaqa/shared/facilitate/notes/document/paper/read-markdown';
import { languages } from '@multaqa/shared/kernel/languages';
import { MarkdownManager } from '@tiptap/markdown';
import { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

const note = readNote(Y.encodeStateAsUpdate(docOf(corpus)));
const parser = new MarkdownManager({ extensions: noteExtensions });

const blocksOf = (markdown: string) => (parser.parse(markdown) as NoteJson).content ?? [];

/** The note that a parser makes of an exported file. */
function readBack(language: (typeof languages)[number]): Node {
  const file = markdownOf(makePaper(note, { title: 'Notes', details: [], language, people }));
  const { markdown, sources } = markOutcomes(file);
  const content = outcomesIn(blocksOf(markdown), sources);
  return Node.fromJSON(noteSchema, { type: 'doc', content });
}

const outcomesOf = (whole: Node) =>
  whole.children.filter(({ type }) => type.name === 'outcome').map(one => one.toJSON());

describe.each(languages)('an exported Markdown file in %s, read by a parser', language => {
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

test('a comment that is none of ours, or tells nothing, changes nothing', () => {
  for (const file of [
    '<!-- outcome {x} -->\n\n> quote',
    '<!-- outcome [] -->',
    '<!-- note {"kind":"gap"} -->\n\n> quote',
  ])
    expect(outcomesIn(blocksOf(markOutcomes(file).markdown), []).map(({ type }) => type)).not.toContain('outcome');
  const { markdown, sources } = markOutcomes('<!-- outcome {"kind":"gap"} -->\n\nno quote');
  const blocks = outcomesIn(blocksOf(markdown), sources);
  expect(blocks.map(({ type, content }) => [type, content?.[0]?.text])).toEqual([['paragraph', 'no quote']]);
});
