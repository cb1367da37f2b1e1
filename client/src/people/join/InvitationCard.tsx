import { Button, Checkbox } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { Note } from '../../design/Note.tsx';
import styles from './InvitationCard.module.css';
import { type InvitationAnswer, takeBegun } from './invitation.ts';
import { OwnCluster } from './OwnCluster.tsx';
import { SessionsAhead } from './SessionsAhead.tsx';
import { TownsComing } from './TownsComing.tsx';
import { useText } from './texts.ts';

type Props = {
  invitation: InvitationAnswer;
  onJoin(): Promise<void>;
  /** What else can be done with the invitation. */
  children: ReactNode;
};

/** Who invites to what, when, and who else comes; one agreement, one button. */
export function InvitationCard({ invitation, onJoin, children }: Props) {
  const text = useText();
  const [agrees, setAgrees] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { title, goal, name, inviter, sessions, current } = invitation;

  const join = async () => {
    setBusy(true);
    await onJoin();
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agrees) void join();
    else setAsked(true);
  };

  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was begun before this was drawn goes on once.
  useLayoutEffect(() => {
    const begun = takeBegun();
    if (!begun) return;
    setAgrees(begun.agrees);
    setAsked(begun.isAsked);
    if (begun.isPressed) void join();
    const focused = begun.focus && form.current?.elements.namedItem(begun.focus);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }, []);

  return (
    <form ref={form} className={styles.card} onSubmit={submit} noValidate>
      <p className={styles.inviter}>
        {inviter ? text('join.invited-by', { inviter }) : text('join.invited')}
        {name && <span className={styles.name}>{text('join.as', { name })}</span>}
      </p>
      <h1 className={styles.title} dir="auto">
        {title}
      </h1>
      {goal && (
        <p className={styles.goal} dir="auto">
          {goal}
        </p>
      )}
      <dl className={styles.facts}>
        <Icon of={IconCalendar} />
        <div>
          <dt>{text('join.when')}</dt>
          <dd>
            <SessionsAhead sessions={sessions} />
          </dd>
        </div>
        <Icon of={IconMapPin} />
        <div>
          <dt>{text('join.who')}</dt>
          <dd>
            <TownsComing invitation={invitation} />
          </dd>
        </div>
        {invitation.cluster && (
          <>
            <Icon of={IconUsersGroup} />
            <div>
              <dt>{text('join.cluster')}</dt>
              <dd>
                <OwnCluster cluster={invitation.cluster} />
              </dd>
            </div>
          </>
        )}
      </dl>
      {current?.who === 'other' && (
        <Note tone="warning">
          {text('join.somebody-else', { current: current.name ?? text('common.nameless'), name: name ?? '' })}
        </Note>
      )}
      <div className={styles.agreement}>
        <h2>{text('join.agreement.title')}</h2>
        <ul className={styles.points}>
          <li>{text('join.agreement.written')}</li>
          <li>{text('join.agreement.spoken')}</li>
          <li>{text('join.agreement.respect')}</li>
        </ul>
      </div>
      <div className={styles.act}>
        <Checkbox
          name="agrees"
          checked={agrees}
          label={text('join.agreement.agree')}
          error={isAsked && !agrees && text('join.agreement.first')}
          onChange={event => setAgrees(event.currentTarget.checked)}
        />
        <Button
          type="submit"
          name="join"
          size="lg"
          fullWidth
          loading={isBusy}
          rightSection={<Icon of={IconArrowRight} mirrored size={20} />}
        >
          {text('join.button')}
        </Button>
      </div>
      {children}
      <p className={styles.small}>{text('join.personal')}</p>
    </form>
  );
}
