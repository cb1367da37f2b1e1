import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useMoments } from '../../platform/moments.ts';
import { useText } from './texts.ts';

/** When a session is and how long it takes, by one's own clock and by that of its place. */
export function SessionWhen({ plan: { startsAt, zone, minutes } }: Pick<SessionView, 'plan'>) {
  const text = useText();
  const moments = useMoments();
  return (
    <>
      {moments.appointment(startsAt, zone)} · {text('common.minutes', { count: minutes })}
    </>
  );
}
