import { VisuallyHidden } from '@mantine/core';
import type { Icon as Shape } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import styles from './BarButton.module.css';
import { Icon } from './Icon.tsx';

type Props = {
  icon: Shape;
  label: string;
  onClick?(): void;
  tone?: 'plain' | 'danger';
  isMirrored?: boolean;
  /** For switches and for buttons that show a panel. */
  isPressed?: boolean;
  badge?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** A button of the room's bar: a sign with its word under it. */
export function BarButton({ icon, label, tone = 'plain', isMirrored = false, isPressed, badge, ...rest }: Props) {
  return (
    <button
      type="button"
      {...(isPressed !== undefined && { 'aria-pressed': isPressed })}
      {...rest}
      className={styles.button}
      data-tone={tone}
    >
      <span className={styles.sign}>
        <Icon of={icon} mirrored={isMirrored} size={24} />
        {badge}
      </span>
      <span className={styles.label}>{label}</span>
    </button>
  );
}

/** A number on a bar button or tab; screen readers hear its words. */
export function Badge({ count, label }: { count: string; label: string }) {
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
