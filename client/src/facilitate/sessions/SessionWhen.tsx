import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useText } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';

/** When a session is and how long it takes, by one's own clock and by that of its place. */
export function SessionWhen({ plan: { startsAt, zone, minutes } }: Pick<SessionView, 'plan'>) {
  const text = useText();
  const moments = useMoments();
  return (
    <>
      {moments.appointment(startsAt, zone)} · {text('sessions.minutes', { count: minutes })}
    </>
  );
}
