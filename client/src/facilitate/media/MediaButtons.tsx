import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import IconVideoOff from '@tabler/icons-react/dist/esm/icons/IconVideoOff.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import IconVolumeOff from '@tabler/icons-react/dist/esm/icons/IconVolumeOff.mjs';
import { BarButton } from '../../design/BarButton.tsx';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { DeviceMenu } from './devices/DeviceMenu.tsx';
import { rememberDevices, voiceOf } from './devices/device-choice.ts';
import { useCameraToggle, useMicrophoneToggle, useTalk } from './host/use-unmute.ts';
import styles from './MediaButtons.module.css';
import type { OwnMedia } from './media-state.ts';
import { PushToTalk } from './talk/PushToTalk.tsx';
import { useText } from './texts.ts';

/** Microphone and camera, as far as this browser and this session have them; for who only listens, the sound. */
export function MediaButtons({ media, session }: { media: OwnMedia; session: string }) {
  const text = useText();
  const { role } = useMe();
  if (['unavailable', 'elsewhere', 'replaced'].includes(media.status)) return null;
  if (media.status === 'off' || media.status === 'reading')
    return (
      <BarButton
        icon={IconVolume}
        label={text('media.turn-on')}
        onClick={() => {
          rememberDevices('sound');
          media.join(session);
        }}
      />
    );
  return voiceOf(role) === 'listens' ? <Sound media={media} session={session} /> : <Devices media={media} />;
}

function Devices({ media }: { media: OwnMedia }) {
  const talk = useTalk(media.talk);
  return (
    <>
      <span className={styles.pair}>
        <Microphone media={media} />
        <DeviceMenu kinds={['microphone', 'speaker']} name="devices.choose.sound" use={media.useDevice} />
      </span>
      <span className={styles.pair}>
        <Camera media={media} />
        <DeviceMenu kinds={['camera']} name="devices.choose.camera" use={media.useDevice} />
      </span>
      <PushToTalk talk={talk} />
    </>
  );
}

/** The sound of the others, and the loudspeaker it comes from. */
function Sound({ media, session }: { media: OwnMedia; session: string }) {
  const text = useText();
  const turnOff = () => {
    rememberDevices('text');
    media.join(session, 'text');
  };
  return (
    <span className={styles.pair}>
      <BarButton icon={IconVolumeOff} label={text('media.turn-off')} onClick={turnOff} />
      <DeviceMenu kinds={['speaker']} name="devices.speaker.title" use={media.useDevice} />
    </span>
  );
}

function Microphone({ media }: { media: OwnMedia }) {
  const text = useText();
  const toggle = useMicrophoneToggle(media);
  const isOn = media.microphone === 'on';
  return (
    <BarButton
      icon={isOn ? IconMicrophone : IconMicrophoneOff}
      label={text(isOn ? 'media.mute' : 'media.unmute')}
      tone={isOn ? 'plain' : 'danger'}
      isPressed={isOn}
      onClick={toggle}
    />
  );
}

function Camera({ media }: { media: OwnMedia }) {
  const text = useText();
  const toggle = useCameraToggle(media);
  const isOn = media.camera === 'on';
  return (
    <BarButton
      icon={isOn ? IconVideo : IconVideoOff}
      label={text(isOn ? 'media.camera.off' : 'media.camera.on')}
      isPressed={isOn}
      onClick={toggle}
    />
  );
}
