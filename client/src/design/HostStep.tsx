import type { Icon as Shape } from '@tabler/icons-react';
import styles from './HostStep.module.css';
import { Icon } from './Icon.tsx';

type Props = {
  icon?: Shape;
  label: string;
  /** `waiting` when people wait for it, `next` for the one that comes next. */
  tone?: 'plain' | 'waiting' | 'next';
  onClick(): void;
};

/** A button in the strip of hosts: something that can be done now, for everybody at once. */
export function HostStep({ icon, label, tone = 'plain', onClick }: Props) {
  return (
    <button type="button" className={styles.step} data-tone={tone} onClick={onClick}>
      {icon && <Icon of={icon} size={18} />}
      {label}
    </button>
  );
}
