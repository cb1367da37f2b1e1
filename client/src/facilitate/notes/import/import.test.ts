import { isAllowedLink } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { Editor, JSONContent } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openNote, paragraph } from '../editor/note-editor.samples.ts';
import { outcomesOf } from '../outcome/outcomes.samples.ts';
import { canRead, importFile } from './import-file.ts';
import { fromLibreOffice, fromWord, wordFile, wordText } from './office.samples.ts';

const pasted = (html: string) => {
  const note = openNote({ content: [paragraph('')] });
  const notices: string[] = [];
  note.desk.ui.setState({ notify: ({ kind }) => notices.push(kind) });
  note.editor.view.pasteHTML(html);
  return { ...note, notices };
};

/** A note in a line for each block: what it is and what it says. */
const outline = (editor: Editor): string[] => {
  const lines: string[] = [];
  const visit = ({ type, content, text }: JSONContent, path: string): string => {
    if (text !== undefined) return text;
    const inside = (content ?? []).map(part => visit(part, `${path}${path && '>'}${type}`)).join('');
    if (inside || type === 'paragraph') {
      if (type === 'paragraph' || type === 'heading') lines.push(`${path}${path && '>'}${type}: ${inside}`);
    }
    return type === 'paragraph' || type === 'heading' ? '' : inside;
  };
  for (const block of editor.getJSON().content ?? []) visit(block, '');
  return lines;
};

describe('what is pasted from office programs', () => {
  test('Word: headings, real lists with their levels and numbers, tables; no styles, pictures or foreign links', () => {
    const { editor, notices } = pasted(fromWord);
    expect(outline(editor)).toEqual([
      'heading: Bread waste',
      'heading: What works',
      'paragraph: Two people are paid from it, see the page and this and that.',
      'bulletList>listItem>paragraph: Sfax',
      'bulletList>listItem>bulletList>listItem>paragraph: 14 bakeries',
      'bulletList>listItem>paragraph: إربد',
      'paragraph: Then:',
      'orderedList>listItem>paragraph: Sign the contract',
      'table>tableRow>tableCell>paragraph: Town',
      'table>tableRow>tableCell>paragraph: Tons',
      'table>tableRow>tableCell>paragraph: Sfax',
      'table>tableRow>tableCell>paragraph: ',
    ]);
    const html = editor.getHTML();
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://example.org/bread"']);
    expect(html).toContain('<strong>Two people</strong>');
    expect(html).toContain('start="3"');
    expect(html).toMatch(/<p dir="rtl">إربد/);
    expect(html).not.toMatch(/mso|font|color|javascript|onerror|img/i);
    expect(notices).toEqual(['pictures']);
    editor.state.doc.check();
  });

  test('LibreOffice: the same, with its own lists, directions and heads of tables', () => {
    const { editor, notices } = pasted(fromLibreOffice);
    expect(outline(editor)).toEqual([
      'heading: Brotabfälle',
      'paragraph: Zwei Menschen leben davon.',
      'paragraph: يعيش منها شخصان (2026).',
      'bulletList>listItem>paragraph: Sfax',
      'bulletList>listItem>paragraph: Irbid',
      'bulletList>listItem>orderedList>listItem>paragraph: Altstadt',
      'table>tableRow>tableHeader>paragraph: Ort',
      'table>tableRow>tableCell>paragraph: Saida',
    ]);
    expect(editor.getHTML()).toMatch(/<strong>Menschen<\/strong> leben <u>davon<\/u>/);
    expect(notices).toEqual([]);
  });

  test('whatever HTML comes, no link leads where it may not, and nothing stays that could run', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...[
          '<a href="javascript:x">',
          '<a href=" JAVASCRIPT:x">',
          '<a href="data:x">',
          '</a>',
          '<b onclick=x>',
          '<p style="x">',
        ],
        ...[
          '<script>x</script>',
          '<svg onload=x>',
          '<img src=x>',
          '<iframe>',
          '<section data-outcome="{">',
          '<li>',
          '<td>',
          '</p>',
        ],
        ...[
          '<p style="mso-list:l0 level3 lfo1">',
          '<span style="mso-list:Ignore">1.</span>',
          '<o:p>',
          '<!--',
          '-->',
          '<table>',
        ],
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30, size: 'max' }), parts => {
        const { editor } = pasted(parts.join(''));
        editor.state.doc.check();
        editor.state.doc.descendants(({ marks }) => {
          for (const { type, attrs } of marks) if (type.name === 'link') expect(isAllowedLink(attrs.href)).toBe(true);
        });
        const elements = [...editor.view.dom.querySelectorAll('*')];
        expect(elements.flatMap(element => element.getAttributeNames()).filter(name => name.startsWith('on'))).toEqual(
          [],
        );
        expect(elements.some(element => element.matches('script, svg, iframe, img:not(.ProseMirror-separator)'))).toBe(
          false,
        );
        editor.destroy();
      }),
      { numRuns: 60 },
    );
  });
});

describe('files', () => {
  const imported = async (name: string, content: BlobPart, type = '') => {
    const note = openNote({ content: [paragraph('Before'), paragraph('')] });
    const notices: string[] = [];
    note.editor.commands.setTextSelection(note.editor.state.doc.content.size - 1);
    await importFile(note.editor, new File([content], name, { type }), ({ kind }) => notices.push(kind));
    return { ...note, notices };
  };

  test('Markdown comes in as blocks, behind what is there, and goes in one step', async () => {
    const { editor, notices } = await imported(
      'notes.md',
      '# Waste\n\nTwo **people** and [a page](https://example.org), [bad](javascript:alert(1)), <b onclick=x>`<i>`</b>.\n\n- [x] Ask\n- [ ] Sign\n\n| Town | t |\n| --- | --- |\n| صفاقس | 3 |\n\n![a](b.png)\n',
    );
    expect(outline(editor).slice(0, 5)).toEqual([
      'paragraph: Before',
      'heading: Waste',
      'paragraph: Two people and a page, bad, <b onclick=x><i></b>.',
      'taskList>taskItem>paragraph: Ask',
      'taskList>taskItem>paragraph: Sign',
    ]);
    expect(editor.getText()).toContain('صفاقس');
    expect(editor.getHTML()).not.toContain('javascript');
    expect(notices).toEqual(['imported', 'pictures']);
    editor.commands.undo();
    expect(editor.getText().trim()).toBe('Before');
  });

  test('HTML and JSON come in; an outcome gets an id of its own and says where it is from', async () => {
    expect(outline((await imported('page.html', fromLibreOffice)).editor)[1]).toBe('heading: Brotabfälle');
    const id = '00000000-0000-4000-8000-00000000000a';
    const outcome = {
      type: 'outcome',
      attrs: { id, kind: 'gap' },
      content: [
        { type: 'outcomeTitle', content: [{ type: 'text', text: 'Buses' }] },
        { type: 'outcomeBody', content: [paragraph('')] },
      ],
    };
    const { editor } = await imported(
      'note.json',
      JSON.stringify({ version: 1, document: { type: 'doc', content: [outcome] } }),
    );
    expect(outcomesOf(editor)[0]?.attrs).toMatchObject({ kind: 'gap', from: [id] });
  });

  test('a Word file comes in with its headings, links and tables, without its pictures', async () => {
    const { editor, notices } = await imported('notes.docx', wordFile(wordText));
    expect(outline(editor)).toEqual([
      'paragraph: Before',
      'heading: Brotabfälle',
      'paragraph: يعيش منها شخصان (2026). page',
      'table>tableRow>tableCell>paragraph: Saida',
    ]);
    expect(editor.getHTML()).toContain('href="https://example.org/bread"');
    expect(notices).toEqual(['imported']);
  });

  test('a Word file that would unpack to more than a device can hold is not unpacked', async () => {
    const { editor, notices } = await imported('bomb.docx', wordFile(' '.repeat(61_000_000)));
    expect(editor.getText().trim()).toBe('Before');
    expect(notices).toEqual(['unreadable']);
  });

  test.each([
    ['broken.json', '{'],
    ['other.json', '{"content":[{"type":"unknown"}]}'],
    ['broken.docx', 'no zip'],
    ['picture.png', 'x'],
  ])('%s changes nothing, and that is told', async (name, content) => {
    const { editor, notices } = await imported(name, content);
    expect(editor.getText().trim()).toBe('Before');
    expect(notices).toEqual(['unreadable']);
  });

  test('one that is too long changes nothing', async () => {
    const { editor, notices } = await imported('long.txt', 'word '.repeat(500_000));
    expect(editor.getText().trim()).toBe('Before');
    expect(notices).toEqual(['too-large']);
  });

  test('are known by their names', () => {
    expect(canRead(new File([], 'Notes.DOCX'))).toBe(true);
    expect(canRead(new File([], 'constructor'))).toBe(false);
  });
});

test('a paste of more than a million characters is refused, and what is there stays', () => {
  const { editor, desk } = openNote({ content: [paragraph('Before')] });
  const notices: string[] = [];
  desk.ui.setState({ notify: ({ kind }) => notices.push(kind) });
  const data = { getData: (type: string) => (type === 'text/plain' ? 'x'.repeat(1_000_001) : ''), files: [] };
  const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: data });
  const isDone = editor.view.someProp('handleDOMEvents', handlers =>
    handlers.paste?.(editor.view, event as unknown as ClipboardEvent),
  );
  expect(isDone).toBe(true);
  expect(event.defaultPrevented).toBe(true);
  expect(editor.getText()).toBe('Before');
  expect(notices).toEqual(['too-large']);
});
