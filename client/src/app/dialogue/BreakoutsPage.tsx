import { useParams } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { HostRooms } from '../../facilitate/breakouts/prepare/HostRooms.tsx';
import { useText } from '../../facilitate/breakouts/prepare/texts.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { SubPage } from './SubPage.tsx';

/** The breakouts of one session, as hosts prepare them. */
export function BreakoutsPage() {
  const text = useText();
  const { id } = useDialogue();
  const { session = '' } = useParams();
  const plan = useView(({ sessions }) => sessions[session]?.plan);
  const isForHosts = useView(({ breakouts }) => breakouts.plan !== null);
  if (!plan || !isForHosts) return <NotFoundPage />;
  return (
    <SubPage
      title={text('prepare.page')}
      lead={text('prepare.lead')}
      width="wide"
      back={{ to: `/d/${id}/sessions`, label: plan.title }}
    >
      <HostRooms session={session} />
    </SubPage>
  );
}
