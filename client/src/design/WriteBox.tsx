import { ActionIcon, Textarea, type TextareaProps } from '@mantine/core';
import type { Icon as IconType } from '@tabler/icons-react';
import type { FormEvent, ReactNode, Ref } from 'react';
import { asWritten } from './directions.ts';
import { Icon } from './Icon.tsx';
import styles from './WriteBox.module.css';

type Props = {
  field: TextareaProps & { 'aria-label': string; ref?: Ref<HTMLTextAreaElement> };
  /** What its button is called and shows; `mirrored` where the sign has a direction. */
  action: { label: string; icon: IconType; mirrored?: boolean };
  onSubmit(): void;
  /** What stands below the field. */
  children: ReactNode;
};

/** The field at the foot of a tab in which something is written, with its button beside it. */
export function WriteBox({ field, action: { label, icon, mirrored = false }, onSubmit, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.box} data-empty={field.value === ''} onSubmit={submit}>
      <div className={styles.row}>
        <Textarea className={styles.field ?? ''} autosize minRows={1} attributes={asWritten} {...field} />
        <ActionIcon type="submit" variant="filled" color="accent" aria-label={label} title={label}>
          <Icon of={icon} mirrored={mirrored} />
        </ActionIcon>
      </div>
      {children}
    </form>
  );
}
