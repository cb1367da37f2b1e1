import IconChartBar from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import { OpenNotice } from './OpenNotice.tsx';
import { RoomLine } from './RoomLine.tsx';
import { useText } from './texts.ts';
import { useRunsHere } from './use-runs.ts';
import { useUnanswered } from './use-unanswered.ts';

/** Polls of a room: voting and results beside the stage, and one of them on it. */
export const pollsFeature: RoomFeature = {
  name: 'polls',
  in: 'rooms',
  panel: {
    icon: IconChartBar,
    shortcut: 'o',
    useTab,
    load: async () => (await import('./PollsPanel.tsx')).PollsPanel,
  },
  stage: {
    with: 'seats',
    useShown,
    load: async () => (await import('./stage/PollStage.tsx')).PollStage,
  },
  Notice: OpenNotice,
  RoomLine,
};

function useTab(): RoomTab | null {
  const text = useText();
  const may = useMay();
  const runs = useRunsHere();
  const count = useUnanswered().length;
  if (runs.length === 0 && !may('polls.launch')) return null;
  return {
    label: text('polls.title'),
    ...(count > 0 && may('polls.vote') && { unseen: { count, label: text('polls.unanswered', { count }) } }),
  };
}

function useShown() {
  const { place } = useMe();
  const isShown = useView(({ polls }) => {
    const shown = place && polls.shown[place.room];
    return shown ? polls.runs[shown.run] !== undefined : false;
  });
  return isShown ? { videos: [] } : null;
}
