import { ActionIcon, Button } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useRefusalText } from '../../../platform/texts.ts';
import styles from './SendingImages.module.css';
import { useText } from './texts.ts';
import type { Sending } from './use-images.ts';

type Props = { sending: readonly Sending[]; onAgain(one: Sending): void; onDrop(id: string): void };

/** Images on their way: which are coming, and which did not come, with the reason. */
export function SendingImages({ sending, onAgain, onDrop }: Props) {
  const text = useText();
  if (sending.length === 0) return null;
  return (
    <ul className={styles.images} aria-label={text('board.transfer.images')}>
      {sending.map(one => (
        <li key={one.id} className={styles.image}>
          {one.problem ? (
            <Failed one={one} problem={one.problem} onAgain={onAgain} />
          ) : (
            <span role="status">{text('board.transfer.image.sending', { name: one.file.name })}</span>
          )}
          <ActionIcon
            aria-label={text(one.problem ? 'board.transfer.image.dismiss' : 'common.cancel', { name: one.file.name })}
            onClick={() => onDrop(one.id)}
          >
            <Icon of={IconX} size={20} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

type FailedProps = { one: Sending; problem: NonNullable<Sending['problem']>; onAgain(one: Sending): void };

/** What is wrong with the image itself does not pass by sending it again. */
const lasting = ['board.image-kind', 'board.image-pixels', 'too-large', 'not-permitted'];

function Failed({ one, problem, onAgain }: FailedProps) {
  const text = useText();
  const words = useRefusalText(problem);
  return (
    <>
      <p className={styles.words} role="alert">
        <bdi>{one.file.name}</bdi>
        <span>{words}</span>
      </p>
      {!lasting.includes(problem.refusal) && (
        <Button variant="default" onClick={() => onAgain(one)}>
          {text('common.try-again')}
        </Button>
      )}
    </>
  );
}
