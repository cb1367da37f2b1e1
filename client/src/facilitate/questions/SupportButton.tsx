import { VisuallyHidden } from '@mantine/core';
import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import IconArrowBigUp from '@tabler/icons-react/dist/esm/icons/IconArrowBigUp.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { Icon } from '../../design/Icon.tsx';
import { useMay, useOwn } from '../../dialogue/use-dialogue.ts';
import styles from './SupportButton.module.css';
import { useText } from './texts.ts';
import { useSupport } from './use-support.ts';

/** Supports a question or takes that back; the number counts everybody once. */
export function SupportButton({ room, of: { question, support, standing } }: { room: string; of: ShownQuestion }) {
  const text = useText();
  const may = useMay();
  const { isMine, isSent, count, toggle } = useSupport(room, question, support);
  // Whoever asked without a name supports it as long as it is there.
  const isOwnNameless = useOwn(({ questions }) =>
    questions.asked.some(one => one.question === question && one.names === 'anonymous'),
  );
  const canSupport = may('questions.support', { room }) && standing.status !== 'answered' && !isOwnNameless;
  const words = text('questions.supporters', { count });
  if (!canSupport)
    return (
      <span className={styles.count} title={words}>
        <Icon of={IconArrowBigUp} size={20} />
        <span aria-hidden="true">{text('common.number', { number: count })}</span>
        <VisuallyHidden>{words}</VisuallyHidden>
      </span>
    );
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={isMine}
      aria-label={text('questions.support', { supporters: words })}
      title={words}
      onClick={toggle}
    >
      <Icon of={isSent ? IconArrowBigUp : IconClock} size={20} />
      <span>{text('common.number', { number: count })}</span>
    </button>
  );
}
