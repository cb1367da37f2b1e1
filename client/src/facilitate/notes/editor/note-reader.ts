import type { Language } from '@multaqa/shared/kernel/languages';
import { createStore, type StoreApi } from 'zustand';

/** Somebody who can be named in a note. */
export type Namable = { person: string; name: string; municipality: string };

/** How somebody's caret is drawn: the colour of their cluster, and its mark where there are clusters. */
export type CaretFace = { colour: string; mark: number | null };

/** What a note does not hold itself: the language that it is read in, the people behind their ids, and who can be named. */
export type NoteReader = {
  language: Language;
  nameOf(person: string): string;
  faceOf(person: string): CaretFace;
  people: readonly Namable[];
};

/** The reader of a note, kept outside of React: what stands in the text is written again when it changes, and nothing is drawn. */
export type NoteReaderStore = StoreApi<NoteReader>;

/** A reader who knows nobody yet. */
export const newNoteReader = (language: Language): NoteReaderStore =>
  createStore<NoteReader>(() => ({
    language,
    nameOf: () => '',
    faceOf: () => ({ colour: 'gray', mark: null }),
    people: [],
  }));
