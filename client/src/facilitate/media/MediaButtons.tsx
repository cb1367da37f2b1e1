import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import IconVideoOff from '@tabler/icons-react/dist/esm/icons/IconVideoOff.mjs';
import IconVolume from '@tabler/icons-react/dist/esm/icons/IconVolume.mjs';
import { useCallback } from 'react';
import { BarButton } from '../../design/BarButton.tsx';
import { useShortcut } from '../../design/shortcuts.ts';
import { tell } from '../../design/toasts.tsx';
import { DeviceMenu } from './devices/DeviceMenu.tsx';
import { rememberDevices } from './devices/device-choice.ts';
import { useTalk, useUnmute } from './host/use-unmute.ts';
import styles from './MediaButtons.module.css';
import type { DeviceState, Media } from './media-state.ts';
import { PushToTalk } from './talk/PushToTalk.tsx';
import { useText } from './texts.ts';

/** Microphone and camera, as far as this browser and this session have them. */
export function MediaButtons({ media, session }: { media: Media; session: string }) {
  const text = useText();
  const { toggleMicrophone, toggleCamera } = useUnmute(media);
  const talk = useTalk(media.talk);
  if (['unavailable', 'elsewhere', 'replaced'].includes(media.status)) return null;
  if (media.status === 'off')
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
  return (
    <>
      <span className={styles.pair}>
        <Microphone state={media.microphone} onToggle={toggleMicrophone} />
        <DeviceMenu kinds={['microphone', 'speaker']} name="devices.choose.sound" use={media.useDevice} />
      </span>
      <span className={styles.pair}>
        <Camera state={media.camera} onToggle={toggleCamera} />
        <DeviceMenu kinds={['camera']} name="devices.choose.camera" use={media.useDevice} />
      </span>
      <PushToTalk talk={talk} />
    </>
  );
}

type Props = { state: DeviceState; onToggle(): void };

function Microphone({ state, onToggle }: Props) {
  const text = useText();
  const isOn = state === 'on';
  const toggle = useExplained('microphone', state, onToggle);
  useShortcut('m', text('media.microphone.shortcut'), toggle);
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

function Camera({ state, onToggle }: Props) {
  const text = useText();
  const isOn = state === 'on';
  const toggle = useExplained('camera', state, onToggle);
  useShortcut('v', text('media.camera.shortcut'), toggle);
  return (
    <BarButton
      icon={isOn ? IconVideo : IconVideoOff}
      label={text(isOn ? 'media.camera.off' : 'media.camera.on')}
      isPressed={isOn}
      onClick={toggle}
    />
  );
}

/** Tries again, and says why it did not work before. */
function useExplained(device: 'microphone' | 'camera', state: DeviceState, onToggle: () => void): () => void {
  const text = useText();
  return useCallback(() => {
    if (state === 'denied' || state === 'missing' || state === 'busy') tell(text(`media.${device}.${state}`), 'danger');
    onToggle();
  }, [text, device, state, onToggle]);
}
