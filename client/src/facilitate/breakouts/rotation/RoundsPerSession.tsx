import { NativeSelect } from '@mantine/core';
import type { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { limits } from '@multaqa/shared/limits';
import { useMoments } from '../../../platform/moments.ts';
import styles from './RoundsPerSession.module.css';
import { useText } from './texts.ts';
import { isOver, useSessionsInOrder } from './use-sessions.ts';

type Props = { settings: RotationSettings; onChange(sessions: RotationSettings['sessions']): void };

/** How many rounds each session has that is still to be held. */
export function RoundsPerSession({ settings, onChange }: Props) {
  const text = useText();
  const moments = useMoments();
  const ahead = useSessionsInOrder().filter(session => !isOver(session));
  const roundsOf = new Map(settings.sessions.map(({ session, rounds }) => [session, rounds]));
  const choices = Array.from({ length: limits.roundsPerSession + 1 }, (_, rounds) => ({
    value: String(rounds),
    label: text('rotation.rounds', { count: rounds }),
  }));
  return (
    <ul className={styles.sessions} aria-label={text('rotation.sessions')}>
      {ahead.map(({ session, plan }) => (
        <li key={session} className={styles.session}>
          <span className={styles.words}>
            <span className={styles.title}>
              <bdi>{plan.title}</bdi>
            </span>
            <span className={styles.quiet}>{moments.day(plan.startsAt)}</span>
          </span>
          <NativeSelect
            className={styles.rounds ?? ''}
            aria-label={text('rotation.rounds.of', { session: plan.title })}
            value={String(roundsOf.get(session) ?? 0)}
            data={choices}
            onChange={event => {
              const rounds = Number(event.currentTarget.value);
              onChange(settings.sessions.map(one => (one.session === session ? { session, rounds } : one)));
            }}
          />
        </li>
      ))}
    </ul>
  );
}
