import type { KindName } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Icon } from '@tabler/icons-react';
import IconArrowsSort from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconCloud from '@tabler/icons-react/dist/esm/icons/IconCloud.mjs';
import IconCoins from '@tabler/icons-react/dist/esm/icons/IconCoins.mjs';
import IconGridDots from '@tabler/icons-react/dist/esm/icons/IconGridDots.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs';
import IconStairs from '@tabler/icons-react/dist/esm/icons/IconStairs.mjs';

/** The sign of each kind of poll. */
export const kindSigns: { readonly [Kind in KindName]: Icon } = {
  single: IconCircleDot,
  multiple: IconListCheck,
  'yes-no': IconScale,
  scale: IconStairs,
  ranking: IconArrowsSort,
  points: IconCoins,
  placement: IconGridDots,
  text: IconMessage,
  cloud: IconCloud,
  quiz: IconBulb,
};
