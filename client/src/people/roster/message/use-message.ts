import type { Language } from '@multaqa/shared/kernel/languages';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useEffect, useState } from 'react';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { reportFault } from '../../../platform/report-fault.ts';
import { invitationMessage } from './invitation-message.ts';

export type Message = { language: Language; words: string; choose(language: Language): void };

/** What may be sent with a link: to one person in their first language, or to several with the link's place kept open. */
export function useMessage(reader: PersonCard | null, first: Language, link: string): Message {
  const { person } = useMe();
  const inviter = useView(view => view.people[person]?.name ?? null);
  const title = useView(({ about }) => (about.status === 'unborn' ? '' : about.title));
  const sessions = useView(view => view.sessions);
  const [language, choose] = useState(reader?.languages[0] ?? first);
  const [words, setWords] = useState('');
  useEffect(() => {
    let isWanted = true;
    const [next = null] = Object.values(sessions)
      .filter(({ status }) => status === 'planned')
      .map(({ plan }) => plan)
      .sort((a, b) => a.startsAt - b.startsAt);
    const { name = null, country = '' } = reader ?? {};
    invitationMessage({ language, name, country, inviter, title, next, link })
      .then(message => isWanted && setWords(message))
      .catch(reportFault('message'));
    return () => {
      isWanted = false;
    };
  }, [language, reader, inviter, title, sessions, link]);
  return { language, words, choose };
}
