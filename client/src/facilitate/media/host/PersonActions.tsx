import { Menu } from '@mantine/core';
import { quiet } from '@multaqa/shared/facilitate/media/media.state';
import { isLobby } from '@multaqa/shared/kernel/ids';
import type { Icon as Shape } from '@tabler/icons-react';
import IconBulb from '@tabler/icons-react/dist/esm/icons/IconBulb.mjs';
import IconBulbOff from '@tabler/icons-react/dist/esm/icons/IconBulbOff.mjs';
import IconMicrophone from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs';
import IconMicrophoneOff from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs';
import IconScreenShareOff from '@tabler/icons-react/dist/esm/icons/IconScreenShareOff.mjs';
import IconUserMinus from '@tabler/icons-react/dist/esm/icons/IconUserMinus.mjs';
import IconUserStar from '@tabler/icons-react/dist/esm/icons/IconUserStar.mjs';
import IconUserX from '@tabler/icons-react/dist/esm/icons/IconUserX.mjs';
import IconVideo from '@tabler/icons-react/dist/esm/icons/IconVideo.mjs';
import IconVideoOff from '@tabler/icons-react/dist/esm/icons/IconVideoOff.mjs';
import { type ComponentType, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { offerUndo, tell } from '../../../design/toasts.tsx';
import { useCommand, useMay, useMe, useRoleIn } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import { appointmentOf, type Choice, choicesFor, mayRemove, withLight } from './person-choices.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import { useName, useRoleOf, useRoomMedia } from './room-media.ts';

/** What other features can do for somebody, as entries of the same menu. */
export type MoreItems = ComponentType<{ person: string }>;

type Props = { person: string; room: string; session: string; More?: MoreItems | undefined };

const icons: Record<Choice, Shape> = {
  mute: IconMicrophoneOff,
  'ask-microphone': IconMicrophone,
  'stop-camera': IconVideoOff,
  'ask-camera': IconVideo,
  'stop-screen': IconScreenShareOff,
  light: IconBulb,
  unlight: IconBulbOff,
  facilitate: IconUserStar,
  'facilitate-end': IconUserMinus,
  remove: IconUserX,
};

/** The menu of what a host can do for one person of a room; nothing for everybody else. */
export function PersonActions(props: Props) {
  return useMay()('media.stop', { room: props.room }) ? <Actions {...props} /> : null;
}

function Actions({ person, room, session, More }: Props) {
  const text = useText();
  const name = useName(person);
  const hasItems = useChoices(person, room).length > 0;
  const [removal, setRemoval] = useState<'never' | 'asked' | 'answered'>('never');
  if (!hasItems) return null;
  return (
    <>
      <MenuOnDemand label={text('host.actions', { name })}>
        <PersonItems person={person} room={room} onRemove={() => setRemoval('asked')} />
        {More && <More person={person} />}
      </MenuOnDemand>
      {removal !== 'never' && (
        <RemoveDialog
          person={person}
          name={name}
          session={session}
          isOpen={removal === 'asked'}
          onClose={() => setRemoval('answered')}
        />
      )}
    </>
  );
}

type ItemsProps = Pick<Props, 'person' | 'room'> & {
  /** Asks whether to remove this person (`RemoveDialog`), which outlives the menu. */
  onRemove(): void;
};

/** What a host can do for one person of a room, as entries of a menu that is open; none for everybody else. */
export function PersonItems({ person, room, onRemove }: ItemsProps) {
  const text = useText();
  const name = useName(person);
  const choices = useChoices(person, room);
  const act = useActions({ person, room, name });
  return choices.map(choice => (
    <Menu.Item
      key={choice}
      leftSection={<Icon of={icons[choice]} size={20} />}
      onClick={() => (choice === 'remove' ? onRemove() : act[choice]())}
    >
      {text(`host.${choice}`)}
    </Menu.Item>
  ));
}

/** What this person can do for another; nothing that the rules would refuse. */
function useChoices(person: string, room: string): readonly Choice[] {
  const may = useMay();
  const me = useMe();
  const role = useRoleOf(person);
  const roleHere = useRoleIn(room, person);
  const here = useRoomMedia();
  if (!may('media.stop', { room })) return [];
  // A lobby has no media and no facilitator; the state of media is known for this person's own room only.
  const choices: Choice[] = isLobby(room)
    ? []
    : [
        ...choicesFor({ person, role: roleHere }, me, me.place?.room === room ? here : quiet),
        ...(may('sessions.appoint') ? appointmentOf(role, roleHere) : []),
      ];
  return may('sessions.expel') && mayRemove({ person, role }, me) ? [...choices, 'remove'] : choices;
}

function useActions({ person, room, name }: { person: string; room: string; name: string }) {
  const text = useText();
  const send = useCommand();
  const { spotlight } = useRoomMedia();
  const stop = (source: 'microphone' | 'camera' | 'screen') =>
    void send('media.stop', { room, source, people: [person] });
  const ask = async (source: 'microphone' | 'camera') => {
    const ack = await send('media.ask', { room, person, source });
    if (ack.ok) tell(text('host.asked', { name }));
  };
  const appoint = async (role: 'facilitator' | null) => {
    const ack = await send('sessions.appoint', { room, person, role });
    if (!ack.ok) return;
    offerUndo({
      message: text(role ? 'host.facilitates' : 'host.facilitates-no-more', { name }),
      label: text('common.undo'),
      undo: () => void send('sessions.appoint', { room, person, role: role ? null : 'facilitator' }),
    });
  };
  const light = (people: string[]) => void send('media.spotlight', { room, people });
  return {
    mute: () => stop('microphone'),
    'ask-microphone': () => void ask('microphone'),
    'stop-camera': () => stop('camera'),
    'ask-camera': () => void ask('camera'),
    'stop-screen': () => stop('screen'),
    light: () => light(withLight(spotlight, person)),
    facilitate: () => void appoint('facilitator'),
    'facilitate-end': () => void appoint(null),
    unlight: () => light(spotlight.filter(lit => lit !== person)),
  };
}
