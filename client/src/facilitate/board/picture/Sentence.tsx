import { useEffect, useState } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import { background } from '../../../platform/report-fault.ts';

/** The sentence of a template. The sentences of all come when the first one is to be read. */
export function Sentence({ says }: { says: string }) {
  const { language } = useLanguage();
  const [words, setWords] = useState('');
  useEffect(() => {
    const coming = import('@multaqa/shared/facilitate/board/templates/sentences').then(({ saidBy }) =>
      setWords(saidBy(says, language)),
    );
    background(coming, 'board sentences');
  }, [says, language]);
  return <>{words}</>;
}
