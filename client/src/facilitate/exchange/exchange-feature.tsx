import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import { useRoom } from '../../dialogue/room.ts';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { useMay, useOwn } from '../../dialogue/use-dialogue.ts';
import { ExchangeNotice } from './ExchangeNotice.tsx';
import { RoomLine } from './RoomLine.tsx';
import { SeatMark } from './SeatMark.tsx';
import { useText } from './texts.ts';

/** Who was heard: dials and who was not heard yet for hosts, one's own share for everybody else, and private nudges. */
export const exchangeFeature: RoomFeature = {
  name: 'exchange',
  in: 'rooms',
  panel: {
    icon: IconScale,
    shortcut: 'x',
    useTab,
    load: async () => (await import('./ExchangePanel.tsx')).ExchangePanel,
  },
  Notice: ExchangeNotice,
  SeatMark,
  RoomLine,
};

function useTab(): RoomTab | null {
  const text = useText();
  const may = useMay();
  const { isLobby } = useRoom();
  const hasDial = useOwn(own => own.exchange.dial !== null);
  return !isLobby && (may('exchange.rule') || hasDial) ? { label: text('exchange.tab') } : null;
}
