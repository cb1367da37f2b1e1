import { useCallback } from 'react';
import { announce } from '../../../design/announce.ts';
import type { RoomShortcut } from '../../../dialogue/room-feature.ts';
import { useText } from '../texts.ts';
import { chooseLayout, useLayout } from './layout-choice.ts';
import { layoutNames } from './layout-names.ts';

/** One key goes round the layouts of the room. */
export const layoutShortcut: RoomShortcut = { key: 'l', useAction: useNextLayout };

function useNextLayout() {
  const text = useText();
  const layout = useLayout();
  const run = useCallback(() => {
    const next = layoutNames[(layoutNames.indexOf(layout) + 1) % layoutNames.length] ?? 'table';
    chooseLayout(next);
    announce(text(`room.view.${next}`));
  }, [layout, text]);
  return { label: text('room.view.shortcut'), run };
}
