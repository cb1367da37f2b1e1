import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import { useStore } from 'zustand';
import { Icon } from '../../../design/Icon.tsx';
import styles from './Comments.module.css';
import type { CommentsUiStore } from './comment-marks.ts';
import { useText } from './texts.ts';

/** How many threads are open; shows or hides them. Nothing while there are none. */
export function CommentsToggle({ ui, count }: { ui: CommentsUiStore; count: number }) {
  const text = useText();
  const isListed = useStore(ui, state => state.isListed);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={isListed}
      aria-label={text('comments.open', { count })}
      title={text('comments.open', { count })}
      onClick={() => ui.setState({ isListed: !isListed })}
    >
      <Icon of={IconMessage} size={20} />
      {text('common.number', { number: count })}
    </button>
  );
}
