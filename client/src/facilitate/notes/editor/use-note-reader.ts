import { clusterIn } from '@multaqa/shared/cluster/cluster.view';
import { useLayoutEffect, useState } from 'react';
import { useColours } from '../../../design/colours.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { type NoteReaderStore, newNoteReader } from './note-reader.ts';
import { useText } from './texts.ts';

/** This person as the reader of a note: their language, and the people of the dialogue. */
export function useNoteReader(): NoteReaderStore {
  const text = useText();
  const { language } = useLanguage();
  const people = useView(view => view.people);
  const published = useView(view => view.cluster.published);
  const coloursOf = useColours();
  const [reader] = useState(() => newNoteReader(language));
  useLayoutEffect(() => {
    const nameless = text('common.nameless');
    const { compare } = new Intl.Collator(language);
    const present = Object.values(people)
      .filter(({ name, status }) => name && status === 'active')
      .map(({ person, name, municipality }) => ({ person, name: name ?? '', municipality }))
      .sort((one, other) => compare(one.name, other.name));
    reader.setState({
      language,
      nameOf: person => people[person]?.name || nameless,
      people: present,
      faceOf: person => ({ colour: coloursOf(person)[0], mark: clusterIn(published, person)?.mark ?? null }),
    });
  }, [reader, language, people, published, coloursOf, text]);
  return reader;
}
