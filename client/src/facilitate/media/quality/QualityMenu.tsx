import { Menu } from '@mantine/core';
import IconAntennaBars3 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars3.mjs';
import IconAntennaBars5 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars5.mjs';
import IconHeadphones from '@tabler/icons-react/dist/esm/icons/IconHeadphones.mjs';
import { BarButton } from '../../../design/BarButton.tsx';
import type { Media } from '../media-state.ts';
import { useText } from '../texts.ts';
import { QualityItems } from './QualityItems.tsx';

/** The icon of each network quality: bars, or headphones for audio only. */
export const networkIcons = { good: IconAntennaBars5, weak: IconAntennaBars3, 'audio-only': IconHeadphones };

/** Whether this device takes part with audio or video. */
export const takesPart = ({ status }: Pick<Media, 'status'>): boolean =>
  status === 'connecting' || status === 'on' || status === 'reconnecting';

/** The button for the connection's quality: what the network carries, may carry and has carried. */
export function QualityMenu({ media }: { media: Media }) {
  const text = useText();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <BarButton icon={networkIcons[media.quality.network]} label={text('media.connection')} />
      </Menu.Target>
      <Menu.Dropdown>
        <QualityItems media={media} />
      </Menu.Dropdown>
    </Menu>
  );
}
