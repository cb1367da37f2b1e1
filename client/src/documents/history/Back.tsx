import { Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import type { ReactNode } from 'react';
import { Icon } from '../../design/Icon.tsx';
import styles from './History.module.css';

/** The way back, with what else can be done here at its other end. */
export const Back = ({ label, onBack, children }: { label: string; onBack(): void; children?: ReactNode }) => (
  <div className={styles.back}>
    <Button variant="subtle" leftSection={<Icon of={IconArrowLeft} mirrored size={18} />} onClick={onBack}>
      {label}
    </Button>
    {children}
  </div>
);
