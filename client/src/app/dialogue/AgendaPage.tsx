import { isHost } from '@multaqa/shared/kernel/context';
import { useParams } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { AgendaPlan } from '../../facilitate/agenda/plan/AgendaPlan.tsx';
import { useText } from '../../facilitate/agenda/plan/texts.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { SubPage } from './SubPage.tsx';

/** The agenda of one session, for those who host it. */
export function AgendaPage() {
  const text = useText();
  const { id } = useDialogue();
  const { session = '' } = useParams();
  const plan = useView(({ sessions }) => sessions[session]?.plan);
  const { role } = useMe();
  if (!plan || !isHost(role)) return <NotFoundPage />;
  return (
    <SubPage
      title={text('agenda.plan')}
      lead={text('agenda.plan.lead')}
      back={{ to: `/d/${id}/sessions`, label: plan.title }}
    >
      <AgendaPlan plan={plan} />
    </SubPage>
  );
}
