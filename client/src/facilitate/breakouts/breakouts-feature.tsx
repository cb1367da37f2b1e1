import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { BreakoutSteps } from './BreakoutSteps.tsx';
import { Broadcasts } from './Broadcasts.tsx';
import { ChooseNotice } from './ChooseNotice.tsx';
import { ClosingSoon } from './ClosingSoon.tsx';
import { HeardNotice } from './HeardNotice.tsx';
import { LeftResults } from './LeftResults.tsx';
import { SentNotice } from './SentNotice.tsx';
import { useText } from './texts.ts';
import { useHarvest, useLive } from './use-live.ts';
import { VisitNotice } from './VisitNotice.tsx';

/** Rooms beside the plenary: where one goes, what is done there, and for hosts all of them at once. */
export const breakoutsFeature: RoomFeature = {
  name: 'breakouts',
  in: 'rooms',
  panel: {
    icon: IconSitemap,
    shortcut: 'b',
    useTab,
    load: async () => (await import('./BreakoutsPanel.tsx')).BreakoutsPanel,
  },
  Notice: Notices,
  HostSteps: BreakoutSteps,
};

/** What the rooms bring back, walked through room by room; it takes the stage of everybody while hosts show it. */
export const harvestFeature: RoomFeature = {
  name: 'harvest',
  in: 'rooms',
  stage: {
    with: 'seats',
    useShown: useHarvestShown,
    load: async () => (await import('./Harvest.tsx')).Harvest,
  },
};

function useTab(): RoomTab | null {
  const text = useText();
  const may = useMay();
  const live = useLive();
  const isHost = may('breakouts.open');
  const wanted = Object.keys(live?.hosts?.help ?? {}).length + Object.keys(live?.hosts?.asks ?? {}).length;
  if (!live && !isHost) return null;
  return {
    label: text('breakouts.title'),
    ...(wanted > 0 && { unseen: { count: wanted, label: text('breakouts.wanted', { count: wanted }) } }),
  };
}

function Notices() {
  return (
    <>
      <SentNotice />
      <ChooseNotice />
      <ClosingSoon />
      <Broadcasts />
      <VisitNotice />
      <HeardNotice />
      <LeftResults />
    </>
  );
}

function useHarvestShown() {
  const harvest = useHarvest();
  return harvest ? { videos: [] } : null;
}
