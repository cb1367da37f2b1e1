import { prompts, templateNames, templates } from '@multaqa/shared/facilitate/notes/templates';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { directionAt, setDirection } from './directions.ts';
import { joined, openNote, paragraph } from './note-editor.samples.ts';
import { insertTemplate } from './templates.ts';

describe('a note', () => {
  test('undo takes back what this person wrote, and leaves what others wrote since', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    joined(one, two);
    const ada = openNote({ doc: one }).editor;
    const ben = openNote({ doc: two }).editor;
    ada.commands.insertContentAt(0, paragraph('Ada'));
    ben.commands.insertContentAt(ben.state.doc.content.size, paragraph('Ben'));
    expect(ada.getText()).toContain('Ben');
    ada.commands.undo();
    expect(ada.getText()).toContain('Ben');
    expect(ada.getText()).not.toContain('Ada');
    expect(ben.getJSON()).toEqual(ada.getJSON());
  });

  test('a direction is set for every block of the selection, for everybody, and taken off again', () => {
    const { editor } = openNote({ content: [paragraph('one'), paragraph('two'), paragraph('three')] });
    editor.commands.setTextSelection({ from: 2, to: 8 });
    setDirection(editor, 'rtl');
    expect(editor.getJSON().content?.map(({ attrs }) => attrs?.dir)).toEqual(['rtl', 'rtl', null]);
    expect(directionAt(editor)).toBe('rtl');
    setDirection(editor, null);
    expect(editor.getHTML()).not.toContain('rtl');
  });

  test.each(templateNames)(
    'the template %s takes the place of an empty line and waits below its first heading',
    template => {
      const { editor } = openNote({ content: [paragraph('')] });
      insertTemplate(editor, template);
      editor.commands.insertContent('here');
      const blocks = editor.getJSON().content ?? [];
      expect(blocks.map(({ type }) => type)).toEqual(templates[template].flatMap(() => ['prompt', 'paragraph']));
      expect(blocks[1]).toMatchObject(paragraph('here'));
    },
  );

  test('the headings of a template are written in the language of whoever reads, at once when it changes', () => {
    const { editor, desk } = openNote();
    insertTemplate(editor, 'gaps');
    expect(editor.view.dom.querySelector('h3')?.textContent).toBe(prompts['gaps.gap'].en);
    desk.reader.setState({ language: 'ar' });
    expect(editor.view.dom.querySelector('h3')?.textContent).toBe(prompts['gaps.gap'].ar);
  });

  test('a person who is named is shown by the name that they have now; the document holds the id alone', () => {
    const { editor, desk, doc } = openNote();
    desk.reader.setState({ nameOf: person => ({ b: 'Ben' })[person] ?? 'Name removed' });
    editor.commands.insertContent({ type: 'mention', attrs: { person: 'b' } });
    expect(editor.view.dom.textContent).toContain('@Ben');
    expect(JSON.stringify(doc.toJSON())).not.toContain('Ben');
    desk.reader.setState({ nameOf: () => 'Name removed' });
    expect(editor.view.dom.textContent).not.toContain('Ben');
  });
});

test('a step that was undone leaves no place behind to which the caret jumps, or that keeps what others write from being shown', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  joined(one, two);
  const ada = openNote({ doc: one }).editor;
  const ben = openNote({ doc: two }).editor;
  ada.commands.setContent([paragraph('one'), paragraph('two')]);
  ben.commands.setTextSelection(8);
  ben.commands.insertContent(' and much more');
  ben.commands.setTextSelection(2);
  ben.commands.undo();
  const caret = ben.state.selection.from;
  ada.commands.insertContentAt(ada.state.doc.content.size, paragraph('three'));
  expect(ben.getJSON()).toEqual(ada.getJSON());
  expect(ben.state.selection.from).toBe(caret);
});
