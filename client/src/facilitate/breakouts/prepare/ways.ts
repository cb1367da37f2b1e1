import type { Way } from '@multaqa/shared/facilitate/breakouts/breakouts.messages';
import type { Icon } from '@tabler/icons-react';
import IconArrowsShuffle from '@tabler/icons-react/dist/esm/icons/IconArrowsShuffle.mjs';
import IconDoorEnter from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs';
import IconHandMove from '@tabler/icons-react/dist/esm/icons/IconHandMove.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';

/** The sign of each way in which people are dealt to rooms. */
export const wayIcons: { readonly [Name in Way]: Icon } = {
  cluster: IconUsersGroup,
  random: IconArrowsShuffle,
  hand: IconHandMove,
  choice: IconDoorEnter,
  last: IconHistory,
  rotation: IconRefresh,
};
