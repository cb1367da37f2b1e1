import type { Icon as Shape } from '@tabler/icons-react';
import styles from './Icon.module.css';

/** A drawing beside a word, hidden from screen readers. Those that point somewhere are `mirrored` in Arabic; media signs never are. */
export function Icon({ of: Drawing, size = 22, mirrored = false }: { of: Shape; size?: number; mirrored?: boolean }) {
  return (
    <Drawing
      size={size}
      stroke={1.8}
      aria-hidden="true"
      focusable="false"
      className={mirrored ? `${styles.icon} ${styles.mirrored}` : styles.icon}
    />
  );
}
