import { Button } from '@mantine/core';
import { CopyButton } from '../../design/CopyButton.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import styles from './OrganiserList.module.css';
import { useText } from './texts.ts';

/** A link that was just made, and what becomes of it: mailed, handed over, or opened on another device of one's own. */
export type Shown = { name: string; link: string; way: 'mailed' | 'text' | 'own' };
type Props = { shown: Shown | null; onClose(): void };

/** Shows a one-time link, the only time it can be seen. */
export function LinkDialog({ shown, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('organisers.link.title')} isOpen={shown !== null} onClose={onClose} fills={false}>
      {shown && (
        <>
          <p>{text(`organisers.link.${shown.way}`, { name: shown.name })}</p>
          <code className={styles.link} dir="ltr">
            {shown.link}
          </code>
          <FormActions>
            <Button variant="default" onClick={onClose}>
              {text('common.close')}
            </Button>
            <CopyButton value={shown.link}>{text('organisers.link.copy')}</CopyButton>
          </FormActions>
        </>
      )}
    </Dialog>
  );
}
