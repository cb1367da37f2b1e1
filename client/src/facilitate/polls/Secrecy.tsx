import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { Icon } from '../../design/Icon.tsx';
import styles from './Secrecy.module.css';
import { useText } from './texts.ts';

const signs = { shown: IconEye, after: IconEyeOff, never: IconLock } as const;

/** What is protected from whom, in one line, and in full for whoever asks. */
export function Secrecy({ sheet }: { sheet: Pick<Sheet, 'names' | 'split' | 'weight'> }) {
  const text = useText();
  const { names, split, weight } = sheet;
  return (
    <details className={styles.secrecy}>
      <summary className={styles.line}>
        <Icon of={signs[names]} size={18} />
        <span>{text(`polls.names.${names}`)}</span>
      </summary>
      <div className={styles.words}>
        <p>{text(`polls.names.${names}.text`)}</p>
        {names === 'never' && <p>{text('polls.names.never.limits')}</p>}
        {names !== 'shown' && split && <p>{text(`polls.split.said.${split}`)}</p>}
        {weight === 'municipality' && <p>{text('polls.weight.municipality.text')}</p>}
      </div>
    </details>
  );
}
