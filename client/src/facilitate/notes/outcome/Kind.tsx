import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import { Icon } from '../../../design/Icon.tsx';
import styles from './Kind.module.css';
import { kindIcons } from './kinds.ts';
import { useText } from './texts.ts';

/** The kind of an outcome: sign, word and colour. */
export function Kind({ kind }: { kind: OutcomeKind }) {
  const text = useText();
  return (
    <span className={styles.kind} data-kind={kind}>
      <Icon of={kindIcons[kind]} size={18} />
      {text(`outcome.kind.${kind}`)}
    </span>
  );
}
