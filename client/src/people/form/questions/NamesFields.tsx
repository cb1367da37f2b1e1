import { TextInput } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import { languageNames, useLanguage } from '../../../platform/languages.ts';
import styles from './NamesFields.module.css';
import type { NamesDraft } from './names-draft.ts';

type Props = {
  /** What is named, for who cannot see it. */
  label: string;
  draft: NamesDraft;
  onChange(draft: NamesDraft): void;
  error?: string | null;
  hasFocus?: boolean;
  hint?: string;
};

/** A name in four languages side by side, one's own first; those who read another language see the first one that is given. */
export function NamesFields({ label, draft, onChange, error = null, hasFocus = false, hint }: Props) {
  const { language } = useLanguage();
  const order = [language, ...languages.filter(one => one !== language)];
  return (
    <fieldset className={styles.names}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.row}>
        {order.map(one => (
          <TextInput
            key={one}
            label={<span lang={one}>{languageNames[one]}</span>}
            lang={one}
            value={draft[one]}
            autoComplete="off"
            data-autofocus={hasFocus && one === language ? true : undefined}
            error={error !== null && one === language ? error : false}
            onChange={event => onChange({ ...draft, [one]: event.currentTarget.value })}
          />
        ))}
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
    </fieldset>
  );
}
