import IconAntennaBars3 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars3.mjs';
import IconAntennaBars5 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars5.mjs';
import IconHeadphones from '@tabler/icons-react/dist/esm/icons/IconHeadphones.mjs';
import type { Media } from '../media-state.ts';

/** How strong the network is, drawn as bars; by choice or by need it may carry audio only. */
export const networkIcons = { good: IconAntennaBars5, weak: IconAntennaBars3, 'audio-only': IconHeadphones };

/** Whether this device takes part with voice and video, so that there is a connection to speak of. */
export const takesPart = ({ status }: Pick<Media, 'status'>): boolean =>
  status === 'connecting' || status === 'on' || status === 'reconnecting';
