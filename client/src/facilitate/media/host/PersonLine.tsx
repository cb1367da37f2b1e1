import { ActionIcon, VisuallyHidden } from '@mantine/core';
import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { isLobby } from '@multaqa/shared/kernel/ids';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useCommand, useMay, useMe } from '../../../dialogue/use-dialogue.ts';
import { devicesOf } from '../room/participant-media.ts';
import { DeviceMarks, NetworkState } from '../room/SeatMarks.tsx';
import { useText } from '../texts.ts';
import { useIsSpeaking, useMediaState } from '../use-media.ts';
import styles from './host.module.css';
import { type MoreItems, PersonActions } from './PersonActions.tsx';
import { useName } from './room-media.ts';

type Props = { person: string; seat: Seat; session: string; More?: MoreItems };

/** Somebody's microphone and line in the list of people, and what a host can do for them: an open microphone is closed by one press. */
export function PersonLine({ person, seat, session, More }: Props) {
  return (
    <>
      {!isLobby(seat.room) && <Line person={person} seat={seat} />}
      <PersonActions person={person} room={seat.room} session={session} More={More} />
    </>
  );
}

function Line({ person, seat }: Pick<Props, 'person' | 'seat'>) {
  const me = useMe();
  const isOpen = useMediaState(media => {
    const devices = devicesOf(media, person, me.person);
    return typeof devices !== 'string' && devices.microphone;
  });
  return (
    <span className={styles.line}>
      <NetworkState person={person} seat={seat} size="row" />
      {isOpen ? (
        <OpenMicrophone person={person} room={seat.room} />
      ) : (
        <DeviceMarks person={person} seat={seat} size="list" />
      )}
    </span>
  );
}

function OpenMicrophone({ person, room }: { person: string; room: string }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const me = useMe();
  const name = useName(person);
  const isSpeaking = useIsSpeaking(person);
  const words = text(isSpeaking ? 'media.seat.speaking' : 'media.seat.microphone-on');
  if (person === me.person || !may('media.stop', { room }))
    return (
      <span className={styles.open} data-speaking={isSpeaking}>
        <Icon of={IconMicrophone} size={18} />
        <VisuallyHidden>{words}</VisuallyHidden>
      </span>
    );
  return (
    <ActionIcon
      className={styles.open}
      data-speaking={isSpeaking}
      aria-label={text('host.mute.of', { name })}
      title={text('host.mute.of', { name })}
      onClick={() => void send('media.stop', { room, source: 'microphone', people: [person] })}
    >
      <Icon of={IconMicrophone} size={20} />
    </ActionIcon>
  );
}
