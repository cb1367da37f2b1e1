import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { Pill } from '../../../design/Pill.tsx';
import { useText } from '../../../platform/languages.ts';
import { presenceOf } from './presence.ts';

/** Says when somebody's connection is not there; nothing while it is. */
export function PresenceMark({ seat, now }: { seat: Pick<Seat, 'lostAt'>; now: number }) {
  const text = useText();
  const presence = presenceOf(seat, now);
  if (presence === 'here') return null;
  return <Pill tone={presence === 'away' ? 'danger' : 'warning'}>{text(`room.presence.${presence}`)}</Pill>;
}
