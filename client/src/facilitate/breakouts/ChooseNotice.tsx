import { Button } from '@mantine/core';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useOwn } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import { useLive } from './use-live.ts';

/** Asks who may choose a room, and has not, to do so. */
export function ChooseNotice() {
  const text = useText();
  const may = useMay();
  const live = useLive();
  const { room, showPanel } = useRoom();
  const place = useOwn(({ breakouts }) => breakouts.place);
  if (!live || may('breakouts.move') || place !== null || room !== plenaryOf(live.session)) return null;
  if (live.way !== 'choice' && live.late !== 'choose') return null;
  return (
    <Notice tone="accent" action={<Button onClick={() => showPanel('breakouts')}>{text('breakouts.rooms')}</Button>}>
      {text('breakouts.choose')}
    </Notice>
  );
}
