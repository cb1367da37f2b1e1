import { Textarea } from '@mantine/core';
import { olderIn, type PreparedField, type Texts } from '@multaqa/shared/facilitate/breakouts/prepared';
import type { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import { Pill } from '../../../../design/Pill.tsx';
import { useView } from '../../../../dialogue/use-dialogue.ts';
import { languageNames, languages } from '../../../../platform/languages.ts';
import { directionOf } from '../../../../platform/region.ts';
import { useText as useShownText } from '../../files/texts.ts';
import { useText } from '../texts.ts';
import styles from './TextEditor.module.css';
import { type PreparedPlace, useSaved } from './use-saved.ts';

type Props = {
  field: PreparedField;
  place: PreparedPlace;
  texts: Texts;
  /** What stands here while the room has nothing of its own. */
  forAll: Texts;
};

/** One text in the languages of the dialogue, side by side; one that was not changed along is marked. */
export function TextEditor({ field, place, texts, forAll }: Props) {
  const text = useText();
  const shown = useShownText();
  const spoken = useView(({ about }) => (about.status === 'unborn' ? null : about.languages));
  const offered = languages.filter(language => !spoken || spoken.includes(language) || texts[language]);
  const older = olderIn(texts);
  return (
    <section className={styles.field} aria-label={shown(`prepared.${field}`)}>
      <h3 className={styles.title}>{shown(`prepared.${field}`)}</h3>
      <p className={styles.hint}>{text(`prepare.${field}.hint`)}</p>
      <div className={styles.languages}>
        {offered.map(language => (
          <Version
            key={language}
            {...{ field, place, language }}
            saved={texts[language]?.text ?? ''}
            instead={forAll[language]?.text ?? ''}
            isOlder={older.includes(language)}
          />
        ))}
      </div>
    </section>
  );
}

type VersionProps = Pick<Props, 'field' | 'place'> & {
  language: Language;
  saved: string;
  instead: string;
  isOlder: boolean;
};

function Version({ field, place, language, saved, instead, isOlder }: VersionProps) {
  const text = useText();
  const shown = useShownText();
  const { typed, type, save, isSaved } = useSaved({ ...place, field, language }, saved);
  return (
    <div className={styles.version}>
      <Textarea
        label={languageNames[language]}
        lang={language}
        dir={directionOf(language)}
        className={styles.text ?? ''}
        rows={field === 'task' ? 3 : 4}
        maxLength={limits.taskGraphemes}
        placeholder={instead || ' '}
        value={typed}
        onChange={event => type(event.currentTarget.value)}
        onBlur={save}
      />
      <p className={styles.state}>
        {isOlder && <Pill tone="warning">{shown('prepared.older')}</Pill>}
        {!isSaved && <span role="status">{text('prepare.saving')}</span>}
      </p>
    </div>
  );
}
