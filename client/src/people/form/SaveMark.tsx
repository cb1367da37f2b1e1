import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import { Icon } from '../../design/Icon.tsx';
import styles from './SaveMark.module.css';
import { useText } from './texts.ts';
import type { Saving } from './use-own-answers.ts';

const icons = { saving: IconClock, kept: IconDeviceMobile, saved: IconCheck };

/** How the saving of one answer stands; it takes its room before there is anything to say, so that nothing moves. */
export function SaveMark({ saving }: { saving: Saving }) {
  const text = useText();
  return (
    <div className={styles.mark} data-saving={saving}>
      {saving !== 'still' && (
        <>
          <Icon of={icons[saving]} size={16} />
          {text(`form.${saving}`)}
        </>
      )}
    </div>
  );
}
