import { inOrder, type Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import type { Language } from '@multaqa/shared/kernel/languages';

/** The columns of a register, in their order. */
export const columns = [
  'kind',
  'title',
  'text',
  'owner',
  'due',
  'people',
  'municipality',
  'subtopic',
  'room',
  'language',
  'second-language',
  'second-title',
  'second-text',
] as const;
export type Column = (typeof columns)[number];

/** The words of a register, in the language of whoever saves it. */
export type RegisterWords = {
  heading(column: Column): string;
  kind(kind: OutcomeKind): string;
  nameOf(person: string): string;
  roomName(room: RoomId): string;
  language(language: Language): string;
  comma: string;
};

/** Outcomes as a table, a row for each, in the register's order; days stay `2026-12-01`, so that tables can sort them. */
export function registerTable(
  outcomes: readonly Registered[],
  words: RegisterWords,
): { fields: string[]; rows: string[][] } {
  return {
    fields: columns.map(words.heading),
    rows: inOrder(outcomes).map(one => columns.map(column => cellOf[column](one, words))),
  };
}

const cellOf: Record<Column, (one: Registered, words: RegisterWords) => string> = {
  kind: ({ kind }, words) => words.kind(kind),
  title: ({ title }) => title,
  text: ({ text }) => text,
  owner: ({ owner }, { nameOf }) => (owner ? nameOf(owner) : ''),
  due: ({ due }) => due ?? '',
  people: ({ people }, { nameOf, comma }) => people.map(nameOf).join(comma),
  municipality: ({ municipality }) => municipality ?? '',
  subtopic: ({ subtopic }) => subtopic ?? '',
  room: ({ room }, { roomName }) => roomName(room),
  language: ({ language }, words) => (language ? words.language(language) : ''),
  'second-language': ({ translation }, words) => (translation ? words.language(translation.language) : ''),
  'second-title': ({ translation }) => translation?.title ?? '',
  'second-text': ({ translation }) => translation?.text ?? '',
};
