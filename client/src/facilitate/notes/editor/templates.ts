import { type Template, templates } from '@multaqa/shared/facilitate/notes/templates';
import type { Editor, JSONContent } from '@tiptap/core';

/** The headings of a template with room to write below each. */
const blocksOf = (template: Template): JSONContent[] =>
  templates[template].flatMap(prompt => [{ type: 'prompt', attrs: { prompt } }, { type: 'paragraph' }]);

/** Puts the headings of a template where the caret is, in the place of an empty line, and the caret below the first. */
export function insertTemplate(editor: Editor, template: Template): void {
  const { $from } = editor.state.selection;
  const isEmptyLine = $from.depth === 1 && $from.parent.content.size === 0;
  const at = isEmptyLine
    ? { from: $from.before(1), to: $from.after(1) }
    : $from.depth > 0
      ? $from.after(1)
      : editor.state.selection.to;
  const start = typeof at === 'number' ? at : at.from;
  editor
    .chain()
    .focus()
    .insertContentAt(at, blocksOf(template))
    // Past the first heading, into the line below it.
    .setTextSelection(start + 2)
    .scrollIntoView()
    .run();
}
