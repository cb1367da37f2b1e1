import type { Node } from '@tiptap/pm/model';
import type { PaperFrame } from './make-paper.ts';

/** The form of files of notes; it changes when their content does. */
const noteFormat = { format: 'multaqa-note', version: 1 } as const;

/** A file that an import makes the same note from, with the names of those who are named in it. */
export function jsonOf(note: Node, { title, details, language, people }: PaperFrame): string {
  const outcomes = note.children
    .filter(({ type }) => type.name === 'outcome')
    .map(outcome => {
      const [title, body, translation] = outcome.children;
      return {
        ...outcome.attrs,
        ...saidOf(title, body),
        translation: translation ? { ...translation.attrs, ...saidOf(...translation.children) } : null,
      };
    });
  return `${JSON.stringify({ ...noteFormat, title, details, language, people, outcomes, document: note.toJSON() }, null, 2)}\n`;
}

const saidOf = (title?: Node, body?: Node) => ({
  title: title?.textContent ?? '',
  text: (body?.children ?? []).map(({ textContent }) => textContent).join('\n'),
});
