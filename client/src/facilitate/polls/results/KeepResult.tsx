import { nameIn } from '@multaqa/shared/name-in';
import { useCallback, useState } from 'react';
import { tell } from '../../../design/toasts.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from './texts.ts';
import { type Shown, tableOf } from './told.ts';
import { useTelling } from './use-telling.ts';

type Props = { room: string; shown: Shown; under: string; onDone(): void };

/** Keeps a result as an outcome in the notes of the room, in words; draws nothing. */
export function KeepResult({ room, shown, under, onDone }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const { Keeper } = useRoom();
  const telling = useTelling(shown.sheet, 320, 'panel');
  // What was kept is what stood there when somebody asked for it.
  const [lines] = useState(() => [under, ...tableOf(shown, telling).rows.map(row => row.filter(Boolean).join(' · '))]);
  const [kept] = useState(() => ({ outcome: newId(), kind: 'decision' as const }));
  const done = useCallback(
    (isKept: boolean) => {
      tell(text(isKept ? 'poll-results.kept' : 'poll-results.not-kept'), isKept ? 'good' : 'danger');
      onDone();
    },
    [text, onDone],
  );
  return (
    Keeper && (
      <Keeper room={room} {...kept} title={nameIn(shown.sheet.question, language)} lines={lines} onDone={done} />
    )
  );
}
