import type { SessionInput } from '@multaqa/shared/facilitate/sessions/sessions.messages';
import type { SessionsView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { newId } from '../../../platform/ids.ts';
import { deviceZone, instantOf, wallClockAt } from '../../../platform/zones.ts';
import { numbered } from './order.ts';

const day = 24 * 3600 * 1000;

/** A first suggestion: two days after the last session, at its hour; without one, tomorrow at ten. */
export function suggestSession(sessions: SessionsView, now: number): SessionInput {
  const last = numbered(sessions).at(-1)?.session.plan;
  const zone = last?.zone ?? deviceZone();
  const clock = last ? wallClockAt(last.startsAt, zone) : { date: '', time: '10:00' };
  const date = wallClockAt(last ? Math.max(last.startsAt + 2 * day, now + day) : now + day, zone).date;
  return {
    session: newId(),
    title: '',
    goal: '',
    startsAt: instantOf({ date, time: clock.time }, zone) ?? now + day,
    minutes: last?.minutes ?? 90,
    zone,
  };
}
