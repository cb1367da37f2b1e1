import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import { HostStep } from '../../design/HostStep.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMay } from '../../dialogue/use-dialogue.ts';
import { useRoomBoard } from './meeting/use-room-board.ts';
import { useText } from './texts.ts';

/** What is written privately can be shown, and dots counted. */
export function HostSteps() {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { room } = useRoom();
  const { round, vote } = useRoomBoard(room);
  if (!may('board.reveal', { room })) return null;
  return (
    <>
      {round?.status === 'writing' && round.writing > 0 && (
        <HostStep
          icon={IconEye}
          label={text('board.reveal', { count: round.writing })}
          tone="next"
          onClick={() => void send('board.reveal', { room })}
        />
      )}
      {vote?.status === 'open' && vote.voted > 0 && (
        <HostStep
          icon={IconCircleDot}
          label={text('board.count', { count: vote.voted })}
          tone="next"
          onClick={() => void send('board.count', { room })}
        />
      )}
    </>
  );
}
