import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { AgendaNotice } from './AgendaNotice.tsx';
import { AgendaSteps } from './AgendaSteps.tsx';
import { useText } from './texts.ts';
import { useAgenda } from './use-agenda.ts';

/** Where the session stands in its plan, what comes, and what is put aside for later. */
export const agendaFeature: RoomFeature = {
  name: 'agenda',
  in: 'rooms',
  panel: {
    icon: IconListNumbers,
    shortcut: 'g',
    useTab,
    load: async () => (await import('./AgendaPanel.tsx')).AgendaPanel,
  },
  Notice: AgendaNotice,
  HostSteps: AgendaSteps,
};

function useTab(): RoomTab | null {
  const text = useText();
  const may = useMay();
  const agenda = useAgenda();
  const isInUse = agenda && agenda.order.length + Object.keys(agenda.parked).length > 0;
  return isInUse || may('agenda.go') ? { label: text('agenda.tab') } : null;
}
