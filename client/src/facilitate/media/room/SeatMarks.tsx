import { VisuallyHidden } from '@mantine/core';
import type { Icon as Shape } from '@tabler/icons-react';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconHeadphones from '@tabler/icons-react/dist/esm/icons/IconHeadphones.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconVideoOff from '@tabler/icons-react/dist/esm/icons/IconVideoOff.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { Pill } from '../../../design/Pill.tsx';
import type { SeatProps } from '../../../dialogue/room-feature.ts';
import { useMe, useRoleIn } from '../../../dialogue/use-dialogue.ts';
import { voiceOf } from '../devices/device-choice.ts';
import { useRoomMedia } from '../host/room-media.ts';
import { useText } from '../texts.ts';
import { useMediaState } from '../use-media.ts';
import { devicesOf, type KnownDevices } from './participant-media.ts';

/**
 * Signs for what somebody does not have: a microphone, a camera where no video shows it, or a device at all. Round the
 * table, where most are quiet, the sign is for the few whose microphone is on.
 */
export function DeviceMarks({ person, seat, size }: SeatProps) {
  const text = useText();
  const devices = useDevices(person);
  const role = useRoleIn(seat.room, person);
  // Who has no microphone to open has not closed it.
  if (voiceOf(role) === 'listens') return <Mark icon={IconEye} words={text('media.seat.observer')} />;
  if (devices === 'unknown') return null;
  if (size === 'seat') return <OpenMicrophone devices={devices} />;
  if (devices === 'text-only') return <Mark icon={IconKeyboard} words={text('media.seat.text-only')} />;
  // A tile without a video says by itself that there is none, and only a screen reader needs to be told.
  const cameraIcon = size === 'row' ? IconVideoOff : null;
  return (
    <>
      {!devices.microphone && <Mark icon={IconMicrophoneOff} words={text('media.seat.microphone-off')} />}
      {!devices.camera && size !== 'list' && <Mark icon={cameraIcon} words={text('media.seat.camera-off')} />}
      {size === 'strip' && devices.network === 'audio-only' && (
        <Mark icon={IconHeadphones} words={text('media.seat.audio-only')} />
      )}
    </>
  );
}

function OpenMicrophone({ devices }: { devices: Exclude<KnownDevices, 'unknown'> }) {
  const text = useText();
  const isOpen = devices !== 'text-only' && devices.microphone;
  return isOpen ? <Mark icon={IconMicrophone} words={text('media.seat.microphone-on')} /> : null;
}

/** A sign for those whom a host has put into the spotlight. */
export function SpotlightMark({ person }: SeatProps) {
  const text = useText();
  const { spotlight } = useRoomMedia();
  return spotlight.includes(person) ? <Mark icon={IconBulb} words={text('media.seat.in-spotlight')} /> : null;
}

/** Whether somebody's network is weak, or carries audio only; nothing while all is well, or while they are not connected at all. */
export function NetworkState({ person, seat, size }: SeatProps) {
  const text = useText();
  const devices = useDevices(person);
  if (seat.lostAt !== null || typeof devices === 'string' || devices.network === 'good') return null;
  // Audio only may be a choice: where there is little room, a sign among the others tells it.
  if ((size === 'strip' || size === 'seat') && devices.network === 'audio-only') return null;
  return <Pill tone={devices.network === 'weak' ? 'warning' : 'plain'}>{text(`media.seat.${devices.network}`)}</Pill>;
}

function useDevices(person: string): KnownDevices {
  const me = useMe();
  return useMediaState(media => devicesOf(media, person, me.person));
}

function Mark({ icon, words }: { icon: Shape | null; words: string }) {
  const text = useText();
  return (
    <>
      {icon && <Icon of={icon} size={16} />}
      <VisuallyHidden>
        {words}
        {text('common.comma')}
      </VisuallyHidden>
    </>
  );
}
