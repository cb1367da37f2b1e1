import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { useParams } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { PreparedBoard } from '../../facilitate/board/meeting/PreparedBoard.tsx';
import { useText } from '../../facilitate/board/meeting/texts.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { SubPage } from './SubPage.tsx';

/** The board of a session's plenary, as hosts prepare it before the session. */
export function BoardPage() {
  const text = useText();
  const { id } = useDialogue();
  const { session = '' } = useParams();
  const plan = useView(({ sessions }) => sessions[session]?.plan);
  const isForHosts = useMay()('board.prepare', { room: plenaryOf(session) });
  if (!plan || !isForHosts) return <NotFoundPage />;
  return (
    <SubPage
      title={text('meeting.title')}
      lead={text('meeting.prepare.lead')}
      back={{ to: `/d/${id}/sessions`, label: plan.title }}
      width="wide"
    >
      <PreparedBoard room={plenaryOf(session)} />
    </SubPage>
  );
}
