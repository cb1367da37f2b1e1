import { Textarea, TextInput } from '@mantine/core';
import type { Language } from '@multaqa/shared/kernel/languages';
import type { Names } from '@multaqa/shared/names';
import type { ReactNode } from 'react';
import { languageNames } from '../../../platform/languages.ts';
import { directionOf } from '../../../platform/region.ts';
import styles from './AgendaPlan.module.css';

type Props = {
  label: string;
  names: Names;
  languages: readonly Language[];
  most: number;
  isLong?: boolean;
  error?: ReactNode;
  onChange(names: Names): void;
};

/** One text in the languages of the dialogue, side by side. */
export function InLanguages({ label, names, languages, most, isLong = false, error, onChange }: Props) {
  return (
    <div className={styles.languages}>
      {languages.map((language, at) => {
        const field = {
          label: languages.length > 1 ? `${label} · ${languageNames[language]}` : label,
          lang: language,
          dir: directionOf(language),
          maxLength: most,
          value: names[language] ?? '',
          error: at === 0 && error,
          onChange: (event: { currentTarget: { value: string } }) =>
            onChange({ ...names, [language]: event.currentTarget.value }),
        };
        return isLong ? (
          <Textarea key={language} {...field} autosize minRows={2} maxRows={5} />
        ) : (
          <TextInput key={language} {...field} />
        );
      })}
    </div>
  );
}
