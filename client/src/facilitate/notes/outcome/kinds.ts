import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { Icon } from '@tabler/icons-react';
import IconAward from '@tabler/icons-react/dist/esm/icons/IconAward.mjs';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconGavel from '@tabler/icons-react/dist/esm/icons/IconGavel.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconLifebuoy from '@tabler/icons-react/dist/esm/icons/IconLifebuoy.mjs';
import IconPuzzle from '@tabler/icons-react/dist/esm/icons/IconPuzzle.mjs';

/** The sign of each kind of outcome; its word always stands beside it. */
export const kindIcons: Record<OutcomeKind, Icon> = {
  practice: IconAward,
  gap: IconPuzzle,
  support: IconLifebuoy,
  idea: IconBulb,
  decision: IconGavel,
  commitment: IconFlag,
  question: IconHelpCircle,
};
