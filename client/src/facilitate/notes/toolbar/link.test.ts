import { isAllowedLink } from '@multaqa/shared/facilitate/notes/document/note-schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openNote, paragraph } from '../editor/note-editor.samples.ts';
import { linkFrom, setLink } from './link.ts';

describe('a link', () => {
  test.each([
    ['example.org', 'https://example.org'],
    [' https://example.org/a?b=1 ', 'https://example.org/a?b=1'],
    ['ada@example.org', 'mailto:ada@example.org'],
    ['mailto:ada@example.org', 'mailto:ada@example.org'],
    ['example.org:8080/notes', 'https://example.org:8080/notes'],
    ['بلدية.تونس', 'https://بلدية.تونس'],
    ['http://example.org', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['two words', null],
    ['', null],
  ])('%s leads to %s', (typed, link) => expect(linkFrom(typed)).toBe(link));

  test('whatever is typed, nothing comes out that a note may not hold', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map(rest => `javascript:${rest}`),
        ),
        typed => {
          const link = linkFrom(typed);
          expect(link === null || isAllowedLink(link)).toBe(true);
        },
      ),
    );
  });

  test('keeps the words that are chosen, and writes its own where there are none', () => {
    const { editor } = openNote({ content: [paragraph('see the page')] });
    editor.commands.setTextSelection({ from: 9, to: 13 });
    setLink(editor, 'https://example.org', '');
    expect(editor.getText()).toBe('see the page');
    expect(editor.getHTML()).toContain('href="https://example.org"');
    const other = openNote({ content: [paragraph('')] }).editor;
    setLink(other, 'https://example.org', 'Here');
    expect(other.getText()).toBe('Here');
  });
});
