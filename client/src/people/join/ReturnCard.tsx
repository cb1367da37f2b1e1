import { Button } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import styles from './InvitationCard.module.css';
import type { InvitationAnswer } from './invitation.ts';
import { SessionsAhead } from './SessionsAhead.tsx';
import { useText } from './texts.ts';

type Props = {
  invitation: InvitationAnswer;
  onReturn(): Promise<void>;
  /** What else can be done with the invitation. */
  children: ReactNode;
};

/** For somebody who has joined from this browser before: where they are going, and one button. */
export function ReturnCard({ invitation, onReturn, children }: Props) {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const { title, name, sessions } = invitation;
  const isOpen = sessions.some(({ status }) => status === 'open');
  const back = async () => {
    setBusy(true);
    await onReturn();
    setBusy(false);
  };
  return (
    <article className={styles.card}>
      <p className={styles.inviter}>
        {name ? text('join.welcome-back', { name }) : text('join.welcome-back.nameless')}
      </p>
      <h1 className={styles.title} dir="auto">
        {title}
      </h1>
      <div>
        <SessionsAhead sessions={sessions} />
      </div>
      <Button
        size="lg"
        fullWidth
        loading={isBusy}
        onClick={() => void back()}
        rightSection={<Icon of={IconArrowRight} mirrored size={20} />}
      >
        {text(isOpen ? 'join.return' : 'join.to-dialogue')}
      </Button>
      {children}
    </article>
  );
}
