import IconChalkboard from '@tabler/icons-react/dist/esm/icons/IconChalkboard.mjs';
import { Suspense } from 'react';
import { useRoom } from '../../dialogue/room.ts';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import { BoardNotice } from './BoardNotice.tsx';
import { HostSteps } from './HostSteps.tsx';
import { useBoardPlace } from './meeting/place.ts';
import { useWriting } from './meeting/writing.ts';
import { RoomLine } from './RoomLine.tsx';
import { useText } from './texts.ts';

const PrivateNotes = lazyWithTexts(async () => (await import('./meeting/PrivateNotes.tsx')).PrivateNotes);

/** The board of a room: beside the stage, with what people do together at it. */
export const boardFeature: RoomFeature = {
  name: 'board',
  in: 'rooms',
  panel: {
    icon: IconChalkboard,
    shortcut: 'w',
    widens: true,
    useTab,
    load: async () => (await import('./meeting/BoardPanel.tsx')).BoardPanel,
  },
  Notice: Above,
  RoomLine,
  HostSteps,
};

/** The board of a room on its stage. What hosts put there by a word of their own, such as the result of a poll, comes before it. */
export const boardStageFeature: RoomFeature = {
  name: 'board-stage',
  in: 'rooms',
  stage: {
    with: 'seats',
    useShown,
    load: async () => (await import('./meeting/BoardStage.tsx')).BoardStage,
  },
};

function useTab(): RoomTab {
  const text = useText();
  return { label: text('board.tab') };
}

function useShown() {
  const { room } = useRoom();
  return useBoardPlace(room).place === 'stage' ? { videos: [] } : null;
}

/** What is open above the room because of its board. */
function Above() {
  const { isOpen } = useWriting();
  return (
    <>
      <BoardNotice />
      {isOpen && (
        <Suspense>
          <PrivateNotes />
        </Suspense>
      )}
    </>
  );
}
