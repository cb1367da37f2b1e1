import { Button } from '@mantine/core';
import { Avatar } from '../../design/Avatar.tsx';
import { Pill } from '../../design/Pill.tsx';
import styles from './OrganiserList.module.css';
import type { Organiser } from './organisers.ts';
import { useText } from './texts.ts';

/** One organiser with what can be done for or against them. */
export function OrganiserRow({
  organiser,
  onLink,
  onRevoke,
}: {
  organiser: Organiser;
  onLink(): void;
  onRevoke(): void;
}) {
  const text = useText();
  const { account, name, email, revoked, signedIn, me } = organiser;
  return (
    <li className={styles.row}>
      <Avatar id={account} name={name} />
      <div>
        <div className={styles.name}>
          <span dir="auto">{name}</span>
          {me && <Pill tone="accent">{text('common.you')}</Pill>}
          {!signedIn && !revoked && <Pill>{text('organisers.waiting')}</Pill>}
          {revoked && <Pill tone="danger">{text('organisers.revoked')}</Pill>}
        </div>
        {email && (
          <div className={styles.quiet}>
            <bdi dir="ltr">{email}</bdi>
          </div>
        )}
      </div>
      {!revoked && (
        <div className={styles.actions}>
          <Button variant="subtle" onClick={onLink} aria-label={text('organisers.new-link.of', { name })}>
            {text('organisers.new-link')}
          </Button>
          {!me && (
            <Button
              variant="subtle"
              color="danger"
              onClick={onRevoke}
              aria-label={text('organisers.revoke.title', { name })}
            >
              {text('organisers.revoke')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
