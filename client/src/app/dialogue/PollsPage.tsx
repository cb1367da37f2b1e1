import { useParams } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { PastRuns } from '../../facilitate/polls/plan/PastRuns.tsx';
import { PollPlan } from '../../facilitate/polls/plan/PollPlan.tsx';
import { useText } from '../../facilitate/polls/plan/texts.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { SubPage } from './SubPage.tsx';

/** The polls of one session: for hosts those that are prepared, for everybody what came of those that were asked. */
export function PollsPage() {
  const text = useText();
  const { id } = useDialogue();
  const { session = '' } = useParams();
  const plan = useView(({ sessions }) => sessions[session]?.plan);
  const isForHosts = useView(({ polls }) => polls.plan !== null);
  if (!plan) return <NotFoundPage />;
  return (
    <SubPage
      title={text('plan.title')}
      {...(isForHosts && { lead: text('plan.lead') })}
      back={{ to: `/d/${id}/sessions`, label: plan.title }}
    >
      {isForHosts && <PollPlan session={session} />}
      <PastRuns session={session} />
    </SubPage>
  );
}
