import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import { Suspense, use, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { RoomContext } from '../../../dialogue/room.ts';
import type { Desk } from '../surface/desk.ts';
import bar from '../surface/tools/Toolbar.module.css';
import { KeepThing } from './KeepThing.tsx';
import { useMeeting } from './meeting.ts';
import { afterTap } from './results.ts';
import { useText } from './texts.ts';
import { useDots } from './use-dots.ts';

type Props = { things: readonly Thing[]; desk: Desk };

/** Dots and an outcome for the one thing that is chosen. */
export function ThingActions({ things }: Props) {
  const [only] = things.length === 1 ? things : [];
  return (
    <>
      <DotAction thing={only ?? null} />
      {only && <OutcomeAction thing={only} />}
    </>
  );
}

function DotAction({ thing }: { thing: Thing | null }) {
  const text = useText();
  const dots = useDots(thing);
  if (!dots) return null;
  const { own, most, left, set } = dots;
  const label = text('meeting.give', { dots: text('meeting.dots', { count: own }) });
  return (
    <button
      type="button"
      className={bar.tool}
      aria-label={label}
      title={label}
      onClick={() => set(afterTap(own, most, left))}
    >
      {own > 0 ? '●'.repeat(Math.min(own, 3)) : '○'}
    </button>
  );
}

/** Makes an outcome of what a thing says, in the notes of the room. */
function OutcomeAction({ thing }: { thing: Thing }) {
  const text = useText();
  const { board, room } = useMeeting();
  const [isKeeping, setKeeping] = useState(false);
  // Before the room is open there are no notes beside the board.
  const isInRoom = use(RoomContext) !== null;
  if (!isInRoom) return null;
  if (!('text' in thing) || thing.kind === 'frame' || thing.text.trim() === '' || thing.outcome !== null) return null;
  return (
    <>
      <button
        type="button"
        className={bar.tool}
        aria-label={text('meeting.outcome')}
        title={text('meeting.outcome')}
        disabled={isKeeping}
        onClick={() => setKeeping(true)}
      >
        <Icon of={IconFlag} size={20} />
      </button>
      {isKeeping && (
        // What writes into the notes may still be on its way: the board stays where it is meanwhile.
        <Suspense>
          <KeepThing room={room} board={board} thing={thing} onDone={() => setKeeping(false)} />
        </Suspense>
      )}
    </>
  );
}
