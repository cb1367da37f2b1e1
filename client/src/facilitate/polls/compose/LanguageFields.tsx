import { Textarea, TextInput } from '@mantine/core';
import type { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import { Pill } from '../../../design/Pill.tsx';
import { languageNames } from '../../../platform/languages.ts';
import { directionOf } from '../../../platform/region.ts';
import styles from './Compose.module.css';
import { useText } from './texts.ts';

type Props = {
  label: string;
  names: Names;
  languages: readonly Language[];
  /** When each language was last changed, ms since the epoch. */
  ages: { readonly [Name in Language]?: number } | undefined;
  most: number;
  isLong?: boolean;
  onChange(names: Names): void;
};

/** One text in the languages of the dialogue, side by side; one that was not changed along is marked. */
export function LanguageFields({ label, names, languages, ages = {}, most, isLong = false, onChange }: Props) {
  const text = useText();
  const newest = Math.max(0, ...Object.values(ages));
  return (
    <div className={styles.languages}>
      {languages.map(language => {
        const age = ages[language];
        const field = {
          label: languages.length > 1 ? `${label} · ${languageNames[language]}` : label,
          lang: language,
          dir: directionOf(language),
          maxLength: most,
          value: names[language] ?? '',
          onChange: (event: { currentTarget: { value: string } }) =>
            onChange({ ...names, [language]: event.currentTarget.value }),
        };
        return (
          <div key={language} className={styles.language}>
            {isLong ? <Textarea {...field} autosize minRows={2} maxRows={5} /> : <TextInput {...field} />}
            {age !== undefined && newest - age > limits.olderText && (
              <Pill tone="warning">{text('compose.older')}</Pill>
            )}
          </div>
        );
      })}
    </div>
  );
}
