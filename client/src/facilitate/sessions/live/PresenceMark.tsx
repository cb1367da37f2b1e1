import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { Pill } from '../../../design/Pill.tsx';
import { presenceOf } from './presence.ts';
import { useText } from './texts.ts';

/** Says when somebody's connection is not there; nothing while it is. */
export function PresenceMark({ seat, now }: { seat: Pick<Seat, 'lostAt'>; now: number }) {
  const text = useText();
  const presence = presenceOf(seat, now);
  if (presence === 'here') return null;
  return <Pill tone={presence === 'away' ? 'danger' : 'warning'}>{text(`live.presence.${presence}`)}</Pill>;
}
