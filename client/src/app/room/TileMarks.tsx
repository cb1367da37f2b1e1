import { VisuallyHidden } from '@mantine/core';
import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconHeadphones from '@tabler/icons-react/dist/esm/icons/IconHeadphones.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconVideoOff from '@tabler/icons-react/dist/esm/icons/IconVideoOff.mjs';
import { Icon } from '../../design/Icon.tsx';
import { Pill } from '../../design/Pill.tsx';
import { useServerClock } from '../../dialogue/use-dialogue.ts';
import { PresenceMark } from '../../facilitate/sessions/live/PresenceMark.tsx';
import { useTick } from '../../facilitate/sessions/use-tick.ts';
import { devicesOf } from './company.ts';
import type { RoomScene } from './room-scene.ts';
import { type RoomKey, useText } from './texts.ts';

type Props = { person: string; scene: RoomScene };

/** Whether somebody's connection is away, weak, or carries audio only; nothing while all is well. */
export function NetworkMark({ person, seat, scene, isSmall = false }: Props & { seat: Seat; isSmall?: boolean }) {
  const text = useText();
  const now = useServerClock();
  useTick(seat.lostAt === null ? null : 5_000);
  if (seat.lostAt !== null) return <PresenceMark seat={seat} now={now()} />;
  const devices = devicesOf(scene.media, person, scene.me);
  if (typeof devices === 'string' || devices.network === 'good') return null;
  // Sound alone may be a choice, and a sign among the others tells it where there is little room; a weak line is none.
  if (isSmall && devices.network === 'audio-only') return null;
  return <Pill tone={devices.network === 'weak' ? 'warning' : 'plain'}>{text(`room.quality.${devices.network}`)}</Pill>;
}

/** Small signs before a name: in the light, silent, unseen where no picture tells, or by writing. Their words are in `TileWords`. */
export function DeviceMarks({
  person,
  scene,
  hasPicture = true,
  isSmall = false,
}: Props & { hasPicture?: boolean; isSmall?: boolean }) {
  const devices = devicesOf(scene.media, person, scene.me);
  return (
    <>
      {scene.spotlight.includes(person) && <Icon of={IconBulb} size={16} />}
      {typeof devices === 'object' && !devices.microphone && <Icon of={IconMicrophoneOff} size={16} />}
      {typeof devices === 'object' && !devices.camera && !hasPicture && <Icon of={IconVideoOff} size={16} />}
      {isSmall && typeof devices === 'object' && devices.network === 'audio-only' && (
        <Icon of={IconHeadphones} size={16} />
      )}
      {devices === 'none' && <Icon of={IconKeyboard} size={16} />}
    </>
  );
}

/** For screen readers: what colours and signs say of somebody. */
export function TileWords({ person, scene }: Props) {
  const text = useText();
  const { media, me, spotlight, pinned } = scene;
  const devices = devicesOf(media, person, me);
  const words: RoomKey[] = [];
  if (media.activeSpeakers.includes(person)) words.push('room.speaking');
  if (spotlight.includes(person)) words.push('room.in-spotlight');
  if (pinned === person) words.push('room.pinned');
  if (devices === 'none') words.push('room.text-only');
  if (typeof devices === 'object' && !devices.microphone) words.push('room.microphone-off');
  if (typeof devices === 'object' && !devices.camera) words.push('room.camera-off');
  if (typeof devices === 'object' && devices.network === 'audio-only') words.push('room.quality.audio-only');
  return <VisuallyHidden>{words.map(word => text(word)).join(text('common.comma'))}</VisuallyHidden>;
}
