import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import { useRoom } from '../../dialogue/room.ts';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { RoomLine } from './RoomLine.tsx';
import { useText } from './texts.ts';
import { useUnseen } from './unread.ts';

/** What people ask those who host a room; a host can put one question on the stage. */
export const questionsFeature: RoomFeature = {
  name: 'questions',
  in: 'rooms',
  panel: {
    icon: IconHelpCircle,
    shortcut: 'q',
    useTab,
    load: async () => (await import('./QuestionsPanel.tsx')).QuestionsPanel,
  },
  stage: {
    with: 'seats',
    useShown,
    load: async () => (await import('./QuestionOnStage.tsx')).QuestionOnStage,
  },
  RoomLine,
};

function useTab(): RoomTab {
  const text = useText();
  const { fresh, waiting } = useUnseen();
  const label = waiting > 0 ? text('questions.wait', { count: waiting }) : text('questions.new', { count: fresh });
  return { label: text('questions.tab'), unseen: { count: waiting || fresh, label } };
}

function useShown() {
  const { room } = useRoom();
  const stage = useView(view => view.questions.rooms[room]?.stage ?? null);
  return stage ? { videos: [] } : null;
}
