import { Button } from '@mantine/core';
import { Notice } from '../../design/Notice.tsx';
import type { Media } from './media-state.ts';
import { useText } from './texts.ts';

/** What is wrong with audio and video, in calm words; nothing while all is well. */
export function MediaNotices({ media }: { media: Pick<Media, 'status' | 'quality' | 'takeOver'> }) {
  const text = useText();
  const { status, quality, takeOver } = media;
  switch (status) {
    case 'reconnecting':
      return <Notice tone="warning">{text('media.reconnecting')}</Notice>;
    case 'unavailable':
      return <Notice>{text('media.unavailable')}</Notice>;
    case 'elsewhere':
    case 'replaced':
      return (
        <Notice tone="accent" action={<Button onClick={takeOver}>{text('media.use-here')}</Button>}>
          {text(`media.${status}`)}
        </Notice>
      );
    default:
      return quality.chosen === 'auto' && quality.rung !== 'everything' ? (
        <Notice>{text(`media.connection.now.${quality.rung}`)}</Notice>
      ) : null;
  }
}
