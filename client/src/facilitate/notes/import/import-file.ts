import { isAllowedLink, noteSchema } from '@multaqa/shared/facilitate/notes/document/note-schema';
import type { Editor, JSONContent } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import type { Notify } from '../editor/note-ui.ts';
import { asOneStep } from '../editor/one-step.ts';
import { placeForBlocks } from '../editor/places.ts';
import { cleanHtml } from './clean-html.ts';

/** What is read from a file. */
type Read = { content: JSONContent[]; pictures: number };

/** The largest file, in bytes: office files hold pictures, which are left out. */
const mostBytes = 10_000_000;
/** The longest text that comes in at once, in characters. */
const most = 1_000_000;

const readers: Record<string, (file: File) => Promise<Read>> = {
  md: readMarkdown,
  markdown: readMarkdown,
  txt: readMarkdown,
  html: async file => readHtml(await file.text()),
  htm: async file => readHtml(await file.text()),
  json: async file => ({ content: contentIn(JSON.parse(await file.text())), pictures: 0 }),
  docx: readDocx,
};

/** The files that can be read, as a field for files wants to know it. */
export const accepted = Object.keys(readers)
  .map(ending => `.${ending}`)
  .join(',');

const endingOf = ({ name }: File): string => /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** True for a file that a note can take in. */
export const canRead = (file: File): boolean => Object.hasOwn(readers, endingOf(file));

/** Takes a file into a note, behind the block with the caret, as one step to undo. What cannot be read changes nothing and is told of. */
export async function importFile(editor: Editor, file: File, notify: Notify): Promise<void> {
  const read = readers[endingOf(file)];
  if (!read) return notify({ kind: 'unreadable' });
  if (file.size > mostBytes) return notify({ kind: 'too-large' });
  try {
    const { content, pictures } = await read(file);
    if (content.reduce((sum, block) => sum + lengthOf(block), 0) > most) return notify({ kind: 'too-large' });
    putIn(editor, content);
    notify({ kind: 'imported' });
    if (pictures > 0) notify({ kind: 'pictures' });
  } catch {
    // Whatever is wrong with a file of somebody's, it is theirs to know.
    notify({ kind: 'unreadable' });
  }
}

/** Puts blocks into a note; throws for what the schema does not know. */
function putIn(editor: Editor, content: JSONContent[]): void {
  if (editor.isDestroyed) return;
  asOneStep(editor, () =>
    editor
      .chain()
      .insertContentAt(placeForBlocks(editor, 'caret'), content, { errorOnInvalidContent: true })
      .focus()
      .scrollIntoView()
      .run(),
  );
}

function readHtml(html: string): Read {
  const { body, pictures } = cleanHtml(html);
  return { content: DOMParser.fromSchema(noteSchema).parse(body).toJSON().content, pictures };
}

async function readMarkdown(file: File): Promise<Read> {
  const [{ blocksOfMarkdown }, text] = await Promise.all([import('./markdown.ts'), file.text()]);
  return { content: (blocksOfMarkdown(text).content ?? []).map(cleanBlock), pictures: text.match(/!\[/g)?.length ?? 0 };
}

async function readDocx(file: File): Promise<Read> {
  const [{ htmlOfDocx }, bytes] = await Promise.all([import('./docx.ts'), file.arrayBuffer()]);
  const { html, pictures } = await htmlOfDocx(bytes);
  return { ...readHtml(html), pictures };
}

/** The blocks of a note that was exported as JSON; the file may say more around them. */
function contentIn(json: unknown): JSONContent[] {
  if (typeof json !== 'object' || json === null) throw new Error('no note');
  const document = 'document' in json ? json.document : json;
  if (typeof document !== 'object' || document === null || !('content' in document) || !Array.isArray(document.content))
    throw new Error('no note');
  return document.content.map(cleanBlock);
}

/** Links lead where a note's links may; comments and suggestions belong to where they were made. */
function cleanBlock(block: JSONContent): JSONContent {
  const marks = block.marks?.filter(({ type, attrs }) => {
    if (['comment', 'insertion', 'deletion', 'modification'].includes(type)) return false;
    return type !== 'link' || isAllowedLink(attrs?.href);
  });
  return { ...block, ...(marks && { marks }), ...(block.content && { content: block.content.map(cleanBlock) }) };
}

/** How many characters a block holds. */
const lengthOf = ({ text, content }: JSONContent): number =>
  (text?.length ?? 0) + (content ?? []).reduce((sum, part) => sum + lengthOf(part), 0);
