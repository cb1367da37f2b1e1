import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import type { ReactNode } from 'react';
import { Icon } from '../../design/Icon.tsx';
import styles from './Fold.module.css';

/** Something behind its title that is opened where it is needed. */
export const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className={styles.fold}>
    <summary>
      <Icon of={IconChevronDown} size={18} />
      {title}
    </summary>
    {children}
  </details>
);
