import type { BlockKind } from '@multaqa/shared/facilitate/agenda/block';
import type { Icon } from '@tabler/icons-react';
import IconCoffee from '@tabler/icons-react/dist/esm/icons/IconCoffee.mjs';
import IconDoorEnter from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import IconPresentation from '@tabler/icons-react/dist/esm/icons/IconPresentation.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';

/** The sign of each kind of block. */
export const kindSigns: { readonly [Kind in BlockKind]: Icon } = {
  opening: IconDoorEnter,
  input: IconPresentation,
  discussion: IconMessages,
  rooms: IconSitemap,
  vote: IconListCheck,
  break: IconCoffee,
  closing: IconFlag,
};
