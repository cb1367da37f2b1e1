import { Menu } from '@mantine/core';
import IconAntennaBars3 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars3.mjs';
import IconAntennaBars5 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars5.mjs';
import IconHeadphones from '@tabler/icons-react/dist/esm/icons/IconHeadphones.mjs';
import { BarButton } from '../../../design/BarButton.tsx';
import type { Media } from '../media-state.ts';
import { useText } from '../texts.ts';
import { QualityItems } from './QualityItems.tsx';

/** How strong the line is, drawn as bars; by choice or by need it may carry audio only. */
export const networkIcons = { good: IconAntennaBars5, weak: IconAntennaBars3, 'audio-only': IconHeadphones };

/** Whether this device takes part with voice and picture, so that there is a line to speak of. */
export const takesPart = ({ status }: Pick<Media, 'status'>): boolean =>
  status === 'connecting' || status === 'on' || status === 'reconnecting';

/** The button for one's line: what it carries, what it may carry, what it has carried. */
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
