import { presentIn } from '@multaqa/shared/facilitate/floor/floor.order';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconRotateClockwise from '@tabler/icons-react/dist/esm/icons/IconRotateClockwise.mjs';
import { Suspense } from 'react';
import { HostStep } from '../../design/HostStep.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { openDialog, useOpenDialog } from './dialogs.ts';
import { useText } from './texts.ts';
import { useFloor, useRule } from './use-floor.ts';
import { useGive } from './use-give.ts';
import { useNameOf } from './words.ts';

const HostDialogs = lazyWithTexts(async () => (await import('./HostDialogs.tsx')).HostDialogs);

/** A round can be started; where hosts give the floor by hand, the one who waits longest is the next step. */
export function HostSteps() {
  const text = useText();
  const may = useMay();
  const give = useGive();
  const nameOf = useNameOf();
  const { room } = useRoom();
  const { holder, queue, round } = useFloor(room);
  const { policy } = useRule(room);
  const isOpen = useOpenDialog(({ open }) => open !== null);
  if (!may('floor.give', { room })) return null;
  const [first] = presentIn(queue);
  return (
    <>
      {!round && (
        <HostStep icon={IconRotateClockwise} label={text('floor.round')} onClick={() => openDialog('round')} />
      )}
      {policy === 'hand' && !holder && first && (
        <HostStep
          icon={IconHandStop}
          label={text('floor.give.next', { name: nameOf(first.person) })}
          tone="next"
          onClick={() => give(first.person)}
        />
      )}
      {isOpen && (
        <Suspense>
          <HostDialogs />
        </Suspense>
      )}
    </>
  );
}
