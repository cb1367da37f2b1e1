import { useShortcut } from '../../design/shortcuts.ts';
import { useRoom } from '../../dialogue/room.ts';
import type { RoomShortcut } from '../../dialogue/room-feature.ts';
import { featuresIn } from './features.ts';
import { layoutShortcut } from './layouts/layout-shortcut.ts';

/** The keys of a room, each with what it does now. Those that open a panel belong to the panel's tab. */
export function RoomShortcuts() {
  const { isLobby } = useRoom();
  const own = isLobby ? [] : [layoutShortcut];
  const shortcuts = [...own, ...featuresIn(isLobby).flatMap(feature => feature.shortcuts ?? [])];
  return shortcuts.map(shortcut => <Shortcut key={shortcut.key} of={shortcut} />);
}

function Shortcut({ of }: { of: RoomShortcut }) {
  const action = of.useAction();
  return action && <Key name={of.key} {...action} />;
}

function Key({ name, label, run }: { name: string; label: string; run(): void }) {
  useShortcut(name, label, run);
  return null;
}
