import type { Reaction, Sign } from '@multaqa/shared/facilitate/reactions/reactions.messages';
import type { Icon } from '@tabler/icons-react';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconPlayerTrackPrev from '@tabler/icons-react/dist/esm/icons/IconPlayerTrackPrev.mjs';

/** What each reaction looks like; its word stands beside it for screen readers. */
export const faces: { readonly [Name in Reaction]: string } = {
  applause: '👏',
  heart: '❤️',
  thumb: '👍',
  laugh: '😄',
  thinking: '🤔',
};

/** The mark of each sign. */
export const signMarks: { readonly [Name in Sign]: Icon } = {
  slower: IconPlayerTrackPrev,
  agree: IconCircleCheck,
  question: IconHelpCircle,
};

// The lists that the rules have would bring the schema library into the first load.
export const reactions = Object.keys(faces) as Reaction[];
export const signs = Object.keys(signMarks) as Sign[];
