import type { Role } from '@multaqa/shared/kernel/messages';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import { HostStep } from '../../../design/HostStep.tsx';
import { tell } from '../../../design/toasts.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import type { RoomFeature, RoomMenuEntry } from '../../../dialogue/room-feature.ts';
import { useCommand, useMay, useMe } from '../../../dialogue/use-dialogue.ts';
import { voiceOf } from '../devices/device-choice.ts';
import { AskedNotice } from '../host/AskedNotice.tsx';
import { useCameraToggle, useMicrophoneToggle } from '../host/use-unmute.ts';
import { MediaNotices } from '../MediaNotices.tsx';
import type { OwnMedia } from '../media-state.ts';
import { networkIcons, takesPart } from '../quality/network-icons.ts';
import { QualityItems } from '../quality/QualityItems.tsx';
import { useText } from '../texts.ts';
import { useMediaActions, useMediaState, useOwnMedia } from '../use-media.ts';
import { DeviceMarks, NetworkState, SpotlightMark } from './SeatMarks.tsx';
import { VoiceNotice } from './VoiceNotice.tsx';

/** Voice and video in a room, beside the buttons of one's own devices in the bar. */
export const mediaFeature: RoomFeature = {
  name: 'media',
  in: 'rooms',
  Notice: Notices,
  HostSteps: MuteEverybody,
  SeatMark: DeviceMarks,
  SeatState: NetworkState,
  useMenuEntry: useConnectionEntry,
  shortcuts: [
    { key: 'm', useAction: useMicrophoneKey },
    { key: 'v', useAction: useCameraKey },
  ],
};

/** The people whom a host has put into the spotlight. */
export const spotlightFeature: RoomFeature = { name: 'spotlight', in: 'rooms', SeatMark: SpotlightMark };

function Notices() {
  const own = useOwnMedia();
  const quality = useMediaState(media => media.quality);
  return (
    <>
      <AskedNotice media={own} />
      <VoiceNotice />
      <MediaNotices media={{ ...own, quality }} />
    </>
  );
}

function MuteEverybody() {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { room } = useRoom();
  if (!may('media.stop', { room })) return null;
  const mute = async () => {
    const ack = await send('media.stop', { room, source: 'microphone', people: 'all' });
    if (ack.ok) tell(text('host.mute-all.done'));
  };
  return <HostStep icon={IconMicrophoneOff} label={text('host.mute-all')} onClick={() => void mute()} />;
}

/** How much the connection carries, and the choice of how much it may. */
function useConnectionEntry(): RoomMenuEntry | null {
  const text = useText();
  const { status, network } = useMediaState(media => ({ status: media.status, network: media.quality.network }));
  if (!takesPart({ status })) return null;
  return { icon: networkIcons[network], label: text('media.connection'), Page: ConnectionPage };
}

function ConnectionPage() {
  const state = useMediaState(({ quality, data }) => ({ quality, data }));
  return <QualityItems media={{ ...state, ...useMediaActions() }} />;
}

function useMicrophoneKey() {
  const text = useText();
  const media = useOwnMedia();
  const { role } = useMe();
  const toggle = useMicrophoneToggle(media);
  return hasDevices(media, role) ? { label: text('media.microphone.shortcut'), run: toggle } : null;
}

function useCameraKey() {
  const text = useText();
  const media = useOwnMedia();
  const { role } = useMe();
  const toggle = useCameraToggle(media);
  return hasDevices(media, role) ? { label: text('media.camera.shortcut'), run: toggle } : null;
}

const hasDevices = ({ status }: Pick<OwnMedia, 'status'>, role: Role): boolean =>
  voiceOf(role) === 'speaks' && !['off', 'reading', 'unavailable', 'elsewhere', 'replaced'].includes(status);
