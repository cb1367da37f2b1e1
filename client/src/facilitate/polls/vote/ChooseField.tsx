import { nameIn } from '@multaqa/shared/name-in';
import { useId } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { BallotFieldProps } from './ballot-field.ts';
import styles from './Vote.module.css';

/** One option, or several where the poll allows it. */
export function ChooseField({ sheet, value, onChange, isDisabled }: BallotFieldProps) {
  const text = useText();
  const { language } = useLanguage();
  const name = useId();
  const { design } = sheet;
  const chosen = value && 'choose' in value ? value.choose : [];
  const isMany = design.kind === 'multiple';
  const most = isMany ? design.max || sheet.options.length : 1;
  const toggle = (option: string) => {
    if (!isMany) return onChange({ choose: [option] });
    onChange({ choose: chosen.includes(option) ? chosen.filter(one => one !== option) : [...chosen, option] });
  };
  return (
    <fieldset className={styles.field} disabled={isDisabled}>
      <legend className={isMany ? styles.note : styles.unseen}>
        {isMany ? rangeText(text, design.min, most, sheet.options.length) : text('polls.choose')}
      </legend>
      {sheet.options.map(({ option, names }) => (
        <label key={option} className={styles.option}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={name}
            className={styles.tick}
            checked={chosen.includes(option)}
            // A full ballot takes no more; what is chosen can be taken back.
            disabled={isMany && chosen.length >= most && !chosen.includes(option)}
            onChange={() => toggle(option)}
          />
          <bdi>{nameIn(names, language)}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

function rangeText(text: ReturnType<typeof useText>, min: number, most: number, all: number): string {
  if (most >= all) return min > 1 ? text('polls.choose.least', { count: min }) : text('polls.choose.any');
  return min === most ? text('polls.choose.exactly', { count: most }) : text('polls.choose.most', { count: most });
}
