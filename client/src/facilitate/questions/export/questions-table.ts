import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import type { RoomId } from '@multaqa/shared/kernel/ids';

/** A question as it is exported; the read gives the same as the report. */
export type ExportedQuestion = DialogueOutcomes['questions'][number]['questions'][number];

/** The columns of exported questions, in their order. */
export const columns = [
  'question',
  'support',
  'status',
  'answer',
  'answered-by',
  'asker',
  'room',
  'from',
  'merged',
] as const;
export type Column = (typeof columns)[number];

/** The words of a table of questions, in the language of whoever saves it. */
export type QuestionWords = {
  heading(column: Column): string;
  status(status: ExportedQuestion['standing']['status']): string;
  nameOf(person: string): string;
  roomName(room: RoomId): string;
  nameless: string;
  aloud: string;
};

/** Questions as a table, a row for each: those with most support first. Who asked without a name has none here either. */
export function questionsTable(
  questions: readonly ExportedQuestion[],
  words: QuestionWords,
): { fields: string[]; rows: string[][] } {
  const ordered = [...questions].sort((a, b) => b.support - a.support || a.seq - b.seq);
  return {
    fields: columns.map(words.heading),
    rows: ordered.map(one => columns.map(column => cellOf[column](one, words))),
  };
}

const cellOf: Record<Column, (one: ExportedQuestion, words: QuestionWords) => string> = {
  question: ({ text }) => text,
  support: ({ support }) => String(support),
  status: ({ standing }, { status }) => status(standing.status),
  answer: ({ standing }, { aloud }) => (standing.status === 'answered' ? (standing.answer ?? aloud) : ''),
  'answered-by': ({ standing }, { nameOf }) => (standing.status === 'answered' ? nameOf(standing.by) : ''),
  asker: ({ asker }, { nameOf, nameless }) => (asker ? nameOf(asker) : nameless),
  room: ({ room }, { roomName }) => roomName(room),
  from: ({ from }, { roomName }) => (from ? roomName(from) : ''),
  merged: ({ merged }) => merged.map(({ text }) => text).join('\n'),
};
