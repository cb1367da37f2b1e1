import type { CSSProperties } from 'react';
import styles from './Avatar.module.css';
import { useColoursOf } from './colours.ts';
import { initialsOf } from './person-colours.ts';

/**
 * A person's initials on their colour. Decorative, because the name always stands beside it: the initials are drawn by the
 * style sheet, so that they are neither read out nor copied along.
 */
export function Avatar({ id, name, size = 40 }: { id: string; name: string; size?: number }) {
  const style = { '--avatar-size': `${size}px`, '--avatar-colour': useColoursOf(id)[0] } as CSSProperties;
  return <span className={styles.avatar} style={style} data-initials={initialsOf(name)} aria-hidden="true" />;
}
