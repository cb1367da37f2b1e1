import IconScreenShare from '@tabler/icons-react/dist/esm/icons/IconScreenShare.mjs';
import IconScreenShareOff from '@tabler/icons-react/dist/esm/icons/IconScreenShareOff.mjs';
import { BarButton } from '../../../design/BarButton.tsx';
import { useText } from '../texts.ts';
import { type ScreenMedia, useScreen, useScreenTruth } from './use-screen.ts';

type Props = { media: ScreenMedia; room: string };

/** Shares this person's screen, ends that, or asks for it while somebody else shares. A room has one screen. */
export function ScreenButton({ media, room }: Props) {
  const text = useText();
  const { choice, isWaiting, share, end, ask } = useScreen({ media, room });
  useScreenTruth({ media, room });
  switch (choice) {
    case 'none':
      return null;
    case 'stop':
      return <BarButton icon={IconScreenShareOff} label={text('media.screen.stop')} onClick={end} />;
    case 'ask':
      return <BarButton icon={IconScreenShare} label={text('media.screen.ask')} isPressed={isWaiting} onClick={ask} />;
    case 'share':
    case 'take-over':
      return <BarButton icon={IconScreenShare} label={text(`media.screen.${choice}`)} onClick={() => void share()} />;
  }
}
