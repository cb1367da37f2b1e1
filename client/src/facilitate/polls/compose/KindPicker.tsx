import { type KindName, kindNames } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { useId } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import styles from './Compose.module.css';
import { kindSigns } from './kind-signs.ts';
import { useText } from './texts.ts';

/** Every kind of poll, each with what it is good for. */
export function KindPicker({ kind, onChange }: { kind: KindName; onChange(kind: KindName): void }) {
  const text = useText();
  const group = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.legend}>{text('compose.kind')}</legend>
      {kindNames.map(one => (
        <label key={one} className={styles.kind}>
          <input
            type="radio"
            name={group}
            className={styles.unseen}
            checked={one === kind}
            onChange={() => onChange(one)}
          />
          <Icon of={kindSigns[one]} size={22} />
          <span>{text(`compose.kind.${one}`)}</span>
        </label>
      ))}
      <p className={styles.about}>{text(`compose.kind.${kind}.text`)}</p>
    </fieldset>
  );
}
