import type { Icon as IconType } from '@tabler/icons-react';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import IconLoader2 from '@tabler/icons-react/dist/esm/icons/IconLoader2.mjs';
import { useEffect, useRef } from 'react';
import { announce } from '../../design/announce.ts';
import { CopyButton } from '../../design/CopyButton.tsx';
import { Icon } from '../../design/Icon.tsx';
import type { SaveStatus } from '../document.ts';
import styles from './SaveState.module.css';
import { useText } from './texts.ts';

const icons: Record<SaveStatus, IconType> = {
  saved: IconCircleCheck,
  saving: IconLoader2,
  device: IconDeviceMobile,
  unsaved: IconCloudOff,
  closed: IconCloudOff,
};
/** What somebody must know and not only may. */
const alarming: readonly SaveStatus[] = ['device', 'unsaved', 'closed'];

/** Tells the truth about what is written. */
export function SaveState({ status }: { status: SaveStatus }) {
  const text = useText();
  const before = useRef(status);
  useEffect(() => {
    // Saving and saved follow each other with every word; only what somebody must know is spoken.
    const isNews = status !== before.current && (alarming.includes(status) || alarming.includes(before.current));
    before.current = status;
    if (isNews) announce(text(`saving.${status}`));
  }, [status, text]);
  return (
    <span className={styles.status} data-status={status}>
      <Icon of={icons[status]} size={16} />
      {text(`saving.${status}`)}
    </span>
  );
}

type ProblemProps = {
  status: SaveStatus;
  /** Why the server takes nothing any more. */
  refusal: string | null;
  /** What is written here, to be taken along. */
  words(): string;
};

/** Why something is not on the server, and how to take it along where it cannot get there. */
export function SaveProblem({ status, refusal, words }: ProblemProps) {
  const text = useText();
  if (status !== 'device' && status !== 'unsaved' && status !== 'closed') return null;
  return (
    <div className={styles.problem} data-status={status}>
      <p>{text(status === 'closed' ? closedBy(refusal) : `saving.${status}.why`)}</p>
      {status === 'closed' && <CopyButton value={words()}>{text('saving.copy')}</CopyButton>}
    </div>
  );
}

function closedBy(refusal: string | null) {
  if (refusal === null || refusal === 'documents.closed') return 'saving.closed.why';
  return refusal === 'documents.full' ? 'saving.full.why' : 'saving.refused.why';
}
