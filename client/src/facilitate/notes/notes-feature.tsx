import IconNotebook from '@tabler/icons-react/dist/esm/icons/IconNotebook.mjs';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { RoomLine } from './RoomLine.tsx';
import { useText } from './texts.ts';

/** What a room writes together, and the outcomes of all rooms. */
export const notesFeature: RoomFeature = {
  name: 'notes',
  in: 'rooms',
  panel: {
    icon: IconNotebook,
    shortcut: 'n',
    widens: true,
    useTab,
    load: async () => (await import('./NotesPanel.tsx')).NotesPanel,
  },
  RoomLine,
  loadKeeper: async () => (await import('./KeepOutcome.tsx')).KeepOutcome,
};

function useTab(): RoomTab {
  const text = useText();
  return { label: text('notes.title') };
}
