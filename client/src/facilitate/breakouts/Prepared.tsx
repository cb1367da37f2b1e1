import { olderIn, type Prepared as PreparedContent, type Texts } from '@multaqa/shared/facilitate/breakouts/prepared';
import type { Language } from '@multaqa/shared/kernel/languages';
import type { ReactNode } from 'react';
import { Pill } from '../../design/Pill.tsx';
import { languageNames, languages, useLanguage } from '../../platform/languages.ts';
import { directionOf } from '../../platform/region.ts';
import { MaterialList } from './files/MaterialList.tsx';
import { useText } from './files/texts.ts';
import styles from './Prepared.module.css';

/** What is prepared for a room, for those who are in it: its task, its questions and its material. Nothing where nothing is. */
export function Prepared({ prepared: { task, questions, material } }: { prepared: PreparedContent }) {
  const text = useText();
  return (
    <div className={styles.prepared}>
      <Written title={text('prepared.task')} texts={task}>
        {words => <p className={styles.text}>{words}</p>}
      </Written>
      <Written title={text('prepared.questions')} texts={questions}>
        {words => (
          <ul className={styles.questions}>
            {linesOf(words).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Written>
      {material.length > 0 && (
        <section className={styles.part}>
          <h3 className={styles.title}>{text('prepared.material')}</h3>
          <MaterialList material={material} />
        </section>
      )}
    </div>
  );
}

type WrittenProps = { title: string; texts: Texts; children(words: string): ReactNode };

/** A text in the languages in which it is written, that of the reader first. */
function Written({ title, texts, children }: WrittenProps) {
  const text = useText();
  const { language } = useLanguage();
  const written = [language, ...languages.filter(other => other !== language)].filter(one => texts[one]);
  const older = olderIn(texts);
  if (written.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.languages}>
        {written.map(one => (
          <div key={one} className={styles.version} lang={one} dir={directionOf(one)}>
            {written.length > 1 && (
              <p className={styles.language}>
                {languageNames[one]}
                {older.includes(one) && <Older text={text('prepared.older')} />}
              </p>
            )}
            {children(wordsIn(texts, one))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The mark is said in the language of the reader, whichever text it stands beside. */
function Older({ text }: { text: string }) {
  const { language, direction } = useLanguage();
  return (
    <span lang={language} dir={direction}>
      <Pill tone="warning">{text}</Pill>
    </span>
  );
}

const wordsIn = (texts: Texts, language: Language): string => texts[language]?.text ?? '';

const linesOf = (words: string): string[] => [...new Set(words.split('\n').map(line => line.trim()))].filter(Boolean);
