import { readNote } from '@multaqa/shared/facilitate/notes/document/note-json';
import { htmlOf } from '@multaqa/shared/facilitate/notes/document/paper/html';
import { jsonOf } from '@multaqa/shared/facilitate/notes/document/paper/json';
import { makePaper, type PaperFrame } from '@multaqa/shared/facilitate/notes/document/paper/make-paper';
import { markdownOf } from '@multaqa/shared/facilitate/notes/document/paper/markdown';
import type { Task } from '../../../platform/work-pool.ts';
import { docxOf } from './docx.ts';
import type { PaperFormat } from './formats.ts';
import { pdfOf } from './pdf.ts';

/** `bytes`: the state of a note's document as one update. */
export type PaperAsked = { bytes: Uint8Array; format: PaperFormat; frame: PaperFrame };

/** Writes a note into a file. The document may hold anything: what does not belong into a note is left out. */
export const run: Task<PaperAsked, Uint8Array> = async ({ bytes, format, frame }, { progress }) => {
  const note = readNote(bytes);
  if (format === 'json') return utf8(jsonOf(note, frame));
  const paper = makePaper(note, frame);
  // A sign of life: a long note takes a while to be set.
  progress(1, 2);
  switch (format) {
    case 'docx':
      return docxOf(paper);
    case 'pdf':
      return pdfOf(paper);
    case 'html':
      return utf8(htmlOf(paper));
    case 'md':
      return utf8(markdownOf(paper));
  }
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
