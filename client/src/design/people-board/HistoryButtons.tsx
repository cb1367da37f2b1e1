import { ActionIcon } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import { Icon } from '../Icon.tsx';
import styles from './HistoryButtons.module.css';
import { useText } from './texts.ts';
import { type History, useHistoryKeys } from './use-history.ts';

/** Takes changes back and does them again, by buttons and by keys. */
export function HistoryButtons({ history }: { history: History }) {
  const text = useText();
  useHistoryKeys(history);
  const { undo, redo } = history;
  return (
    <div className={styles.history}>
      <ActionIcon
        aria-label={text('common.undo')}
        title={text('common.undo')}
        aria-keyshortcuts="Control+Z"
        aria-disabled={undo === null}
        onClick={() => undo?.()}
      >
        <Icon of={IconArrowBackUp} mirrored />
      </ActionIcon>
      <ActionIcon
        aria-label={text('board.redo')}
        title={text('board.redo')}
        aria-keyshortcuts="Control+Shift+Z"
        aria-disabled={redo === null}
        onClick={() => redo?.()}
      >
        <Icon of={IconArrowForwardUp} mirrored />
      </ActionIcon>
    </div>
  );
}
