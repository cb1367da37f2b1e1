import { Menu } from '@mantine/core';
import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import { isLobby, sessionOf } from '@multaqa/shared/kernel/ids';
import type { Icon as Shape } from '@tabler/icons-react';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconArrowMerge from '@tabler/icons-react/dist/esm/icons/IconArrowMerge.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconMessageReply from '@tabler/icons-react/dist/esm/icons/IconMessageReply.mjs';
import IconParking from '@tabler/icons-react/dist/esm/icons/IconParking.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPresentation from '@tabler/icons-react/dist/esm/icons/IconPresentation.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** What asks for more before it is done. */
export type QuestionDialog = 'merge' | 'answer' | 'send';

type Props = { room: string; of: ShownQuestion; isMine: boolean; onOpen(dialog: QuestionDialog): void };

/** What can be done with a question: by hosts all of it, by who asked it taking it back. */
export function QuestionMenu(props: Props) {
  const text = useText();
  const may = useMay();
  const { room, of, isMine } = props;
  const isHost = may('questions.pin', { room });
  const canWithdraw = isMine && may('questions.withdraw', { room });
  if (!isHost && !canWithdraw) return null;
  return (
    <MenuOnDemand label={text('questions.actions', { question: of.text })}>
      {isHost && <HostEntries {...props} />}
      {canWithdraw && <Withdraw room={room} question={of.question} />}
    </MenuOnDemand>
  );
}

function HostEntries({ room, of: { question, standing }, onOpen }: Props) {
  const text = useText();
  const send = useCommand();
  const rooms = useOtherRooms(room);
  const isOnStage = useView(view => view.questions.rooms[room]?.stage === question);
  const one = { room, question };
  const { status } = standing;
  const isPending = status === 'open' || status === 'pinned' || status === 'parked';
  const switched = (name: 'pin' | 'park', on: boolean) => () => void send(`questions.${name}`, { ...one, on });
  const hide = async () => {
    const ack = await send('questions.hide', one);
    if (ack.ok)
      offerUndo({
        message: text('questions.hidden'),
        label: text('common.undo'),
        undo: () => void send('questions.restore', one),
      });
  };
  return (
    <>
      {isPending && (
        <>
          <Entry of={IconCheck} onClick={() => void send('questions.answer', { ...one, answer: null })}>
            {text('questions.answer.aloud')}
          </Entry>
          <Entry of={IconMessageReply} onClick={() => onOpen('answer')}>
            {text('questions.answer.write')}
          </Entry>
        </>
      )}
      {status === 'answered' && (
        <>
          <Entry of={IconMessageReply} onClick={() => onOpen('answer')}>
            {text('questions.answer.change')}
          </Entry>
          <Entry of={IconArrowUp} onClick={() => void send('questions.reopen', one)}>
            {text('questions.reopen')}
          </Entry>
        </>
      )}
      <Entry
        of={IconPresentation}
        onClick={() => void send('questions.show', { room, question: isOnStage ? null : question })}
      >
        {text(isOnStage ? 'questions.stage.off' : 'questions.stage')}
      </Entry>
      {isPending && (
        <>
          <Entry of={IconPin} onClick={switched('pin', status !== 'pinned')}>
            {text(status === 'pinned' ? 'questions.unpin' : 'questions.pin')}
          </Entry>
          <Entry of={IconArrowMerge} onClick={() => onOpen('merge')}>
            {text('questions.merge')}
          </Entry>
          <Entry of={IconParking} onClick={switched('park', status !== 'parked')}>
            {text(status === 'parked' ? 'questions.unpark' : 'questions.park')}
          </Entry>
        </>
      )}
      {rooms.length > 0 && (
        <Entry of={IconArrowForwardUp} isMirrored onClick={() => onOpen('send')}>
          {text('questions.send')}
        </Entry>
      )}
      <Entry of={IconEyeOff} onClick={() => void hide()}>
        {text('questions.hide')}
      </Entry>
    </>
  );
}

/** The rooms of the session that a question of this room can be sent to. */
export function useOtherRooms(room: string): readonly string[] {
  return useView(({ sessions }) => {
    const session = sessions[sessionOf(room)];
    return session?.status === 'open' ? session.rooms.filter(one => one !== room && !isLobby(one)) : [];
  });
}

/** The entry that takes one's own question back. */
export function Withdraw({ room, question }: { room: string; question: string }) {
  const text = useText();
  const send = useCommand();
  const withdraw = async () => {
    const ack = await send('questions.withdraw', { room, question });
    if (ack.ok)
      offerUndo({
        message: text('questions.withdrawn'),
        label: text('common.undo'),
        undo: () => void send('questions.restore', { room, question }),
      });
  };
  return (
    <Entry of={IconTrash} onClick={() => void withdraw()}>
      {text('questions.withdraw')}
    </Entry>
  );
}

type EntryProps = { of: Shape; isMirrored?: boolean; onClick(): void; children: string };

const Entry = ({ of, isMirrored = false, onClick, children }: EntryProps) => (
  <Menu.Item leftSection={<Icon of={of} size={20} mirrored={isMirrored} />} onClick={onClick}>
    {children}
  </Menu.Item>
);
