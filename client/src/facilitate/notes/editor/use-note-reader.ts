import { useLayoutEffect, useState } from 'react';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { type NoteReaderStore, newNoteReader } from './note-reader.ts';
import { useText } from './texts.ts';

/** This person as the reader of a note: their language, and the people of the dialogue. */
export function useNoteReader(): NoteReaderStore {
  const text = useText();
  const { language } = useLanguage();
  const people = useView(view => view.people);
  const [reader] = useState(() => newNoteReader(language));
  useLayoutEffect(() => {
    const nameless = text('common.nameless');
    reader.setState({ language, nameOf: person => people[person]?.name || nameless });
  }, [reader, language, people, text]);
  return reader;
}
