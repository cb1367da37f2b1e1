import { createStore, type StoreApi } from 'zustand';

/** What lies above the text: at most one dialog. */
export type NoteDialog = 'link';

/** Tells this person what became of what they put in. */
export type Notify = (notice: { kind: 'imported' | 'pictures' | 'too-large' | 'unreadable' }) => void;

/** What is open around a note on this screen. The editor's keys and the toolbar's buttons open the same. */
export type NoteUi = { dialog: NoteDialog | null; toolbar: HTMLElement | null; notify: Notify };
export type NoteUiStore = StoreApi<NoteUi>;

/** A note with nothing open around it. */
export const newNoteUi = (): NoteUiStore =>
  createStore<NoteUi>(() => ({ dialog: null, toolbar: null, notify: () => {} }));
