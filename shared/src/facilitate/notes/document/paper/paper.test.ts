import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { directionOf } from '../../../../kernel/direction.ts';
import { languages } from '../../../../kernel/languages.ts';
import { digest } from '../digest.ts';
import { readNote } from '../note-json.ts';
import { anyNote, docOf } from '../notes.samples.ts';
import { byDirection } from './by-direction.ts';
import { corpus, people, sentences } from './corpus.samples.ts';
import { htmlOf } from './html.ts';
import { makePaper } from './make-paper.ts';
import type { Block, Said } from './paper.ts';
import { laidOut } from './table-grid.ts';

/**
 * [X1] A file has every word of the note, once and in its order.
 * [X2] Nothing that people have written is taken for part of the file's own language.
 * [X3] A block runs as somebody has set it, else as its first letters do, else as the file does.
 */
const noteOf = (note: Parameters<typeof docOf>[0]) => readNote(Y.encodeStateAsUpdate(docOf(note)));
const frame = { title: 'Notes <b>& more</b>', details: ['a < b'], people } as const;
const anyLanguage = fc.constantFrom(...languages);

/** The words of blocks, one after another. */
function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map(block => {
      if ('runs' in block) return block.runs.map(({ text, name }) => (name ? `@${text}` : text)).join('');
      if (block.kind === 'list') return block.items.map(({ blocks: inner }) => wordsOf(inner)).join('');
      if (block.kind === 'table')
        return block.rows
          .flat()
          .map(({ blocks: inner }) => wordsOf(inner))
          .join('');
      if (block.kind === 'quote') return wordsOf(block.blocks);
      if (block.kind === 'code') return block.text;
      if (block.kind !== 'outcome') return '';
      const second = block.translation
        ? [block.translation.label, saidOf(block.translation), block.translation.note]
        : [];
      const fields = block.fields.flatMap(({ label, value }) => [label, value]);
      return [block.label, saidOf(block), ...second, ...fields].join('');
    })
    .join('');
}
const saidOf = ({ title, blocks }: Said) => title + wordsOf(blocks);

const bare = (text: string) => text.replace(/\s|\p{Cc}|[\ufffe\uffff☐☑]/gu, '');
const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const bodyOf = (html: string) => html.slice(html.indexOf('</header>') + 9, html.indexOf('</main>'));

describe('a file of HTML', () => {
  test('[X1] has every word of the note, once and in its order', () => {
    fc.assert(
      fc.property(anyNote, anyLanguage, (note, language) => {
        const paper = makePaper(noteOf(note), { ...frame, language });
        const text = unescaped(bodyOf(htmlOf(paper)).replace(/<[^>]*>/g, ''));
        expect(bare(text)).toBe(bare(wordsOf(paper.blocks)));
      }),
    );
  });

  test('[X2] has the tags that it is made of, each closed in its turn, and runs nothing', () => {
    const known =
      /^(p|h2|h3|h4|pre|code|hr|blockquote|ol|ul|li|span|div|table|tr|th|td|section|dl|dt|dd|br|bdi|strong|em|u|s|a|ins|del)$/;
    fc.assert(
      fc.property(anyNote, anyLanguage, (note, language) => {
        const html = bodyOf(htmlOf(makePaper(noteOf(note), { ...frame, language })));
        const open: string[] = [];
        for (const [, slash, tag = '', rest = ''] of html.matchAll(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g)) {
          expect(tag).toMatch(known);
          expect(rest).not.toMatch(/ on|javascript:/i);
          if (slash) expect(open.pop()).toBe(tag);
          else if (tag !== 'br' && tag !== 'hr') open.push(tag);
        }
        expect(open).toEqual([]);
        expect(html.replace(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  test('[X2] its title and details are words', () => {
    const html = htmlOf(makePaper(noteOf(corpus), { ...frame, language: 'en' }));
    expect(html).toContain('<title>Notes &lt;b&gt;&amp; more&lt;/b&gt;</title>');
    expect(html).toContain('a &lt; b');
    for (const sentence of sentences) expect(unescaped(html)).toContain(sentence);
  });
});

describe('the blocks of a file', () => {
  test('[X3] run as their letters do', () => {
    const { blocks } = makePaper(noteOf(corpus), { ...frame, language: 'ar' });
    const paragraphs = blocks.filter(block => block.kind === 'paragraph').slice(0, sentences.length);
    expect(paragraphs.map(({ dir }) => dir)).toEqual(sentences.map(sentence => directionOf(sentence)));
  });

  test('[X3] run as somebody has set them, and as the file does where there is no letter', () => {
    const block = (words: string, dir?: string) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words }],
      ...(dir && { attrs: { dir } }),
    });
    const note = noteOf({ type: 'doc', content: [block('مرحبا', 'ltr'), block('Hello', 'rtl'), block('2026')] });
    const dirs = (language: 'ar' | 'de') =>
      makePaper(note, { ...frame, language }).blocks.map(one => 'dir' in one && one.dir);
    expect(dirs('ar')).toEqual(['ltr', 'rtl', 'rtl']);
    expect(dirs('de')).toEqual(['ltr', 'rtl', 'ltr']);
  });

  test('people who are not known any more have no name, in any language', () => {
    for (const language of languages) {
      const paper = makePaper(noteOf(corpus), { ...frame, people: {}, language });
      const html = htmlOf(paper);
      for (const [id, name] of Object.entries(people)) {
        expect(html).not.toContain(name);
        expect(html).not.toContain(id);
      }
    }
  });

  test('a translation that its original has left behind says so, another does not', () => {
    const notes = (of: string) =>
      noteOf({
        type: 'doc',
        content: (corpus.content ?? [])
          .filter(({ attrs }) => attrs?.kind === 'commitment')
          .map(outcome => ({
            ...outcome,
            content: (outcome.content ?? []).map(part =>
              part.type === 'outcomeTranslation' ? { ...part, attrs: { ...part.attrs, of } } : part,
            ),
          })),
      });
    const note = (of: string) => {
      const [outcome] = makePaper(notes(of), { ...frame, language: 'en' }).blocks;
      return outcome?.kind === 'outcome' ? outcome.translation?.note : undefined;
    };
    expect(note('0badcafe')).toBe('This translation is older than the text.');
    const said = {
      title: 'إنشاء لجنة مشتركة بين Sfax و Bonn',
      text: 'تجتمع اللجنة كل ثلاثة أشهر، وتضم 6 أعضاء.',
    };
    expect(note(digest(said))).toBeNull();
  });
});

test('stretches of one direction are the text together, and no letter is in one that runs against it', () => {
  const mixed = fc.string({ unit: fc.constantFrom(...'abß مبهא12٣.,(»🙂\u064e'), maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(mixed, fc.constantFrom('rtl' as const, 'ltr' as const), (text, block) => {
      const stretches = byDirection(text, block);
      expect(stretches.map(stretch => stretch.text).join('')).toBe(text);
      stretches.forEach(({ text: words, dir }, at) => {
        for (const letter of words) expect(directionOf(letter) ?? dir).toBe(dir);
        if (at > 0) expect(stretches[at - 1]?.dir).not.toBe(dir);
      });
    }),
  );
});

test('cells of a table never overlap and stay within it, whatever they reach for', () => {
  const cell = fc.record({
    columns: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 9 }),
    isHeading: fc.boolean(),
    align: fc.constant(null),
    blocks: fc.constant([]),
  });
  const rows = fc.array(fc.array(cell, { maxLength: 4, size: 'max' }), { minLength: 1, maxLength: 6, size: 'max' });
  fc.assert(
    fc.property(rows, table => {
      const { columns, rows: placed } = laidOut(table);
      const taken = new Set<string>();
      placed.forEach((cells, row) => {
        expect(cells).toHaveLength(table[row]?.length ?? 0);
        for (const { column, row: top, columns: width, rows: height } of cells) {
          expect(top).toBe(row);
          expect(column + width).toBeLessThanOrEqual(columns);
          expect(row + height).toBeLessThanOrEqual(table.length);
          for (let x = column; x < column + width; x += 1) {
            for (let y = top; y < top + height; y += 1) {
              expect(taken.has(`${x},${y}`)).toBe(false);
              taken.add(`${x},${y}`);
            }
          }
        }
      });
    }),
  );
});
