import { useView } from '../../dialogue/use-dialogue.ts';
import { FormSummary } from '../../people/form/FormSummary.tsx';
import { Roster } from '../../people/roster/Roster.tsx';
import { SelfCard } from '../../people/SelfCard.tsx';
import { useText } from '../../people/texts.ts';
import { SubPage } from './SubPage.tsx';

/** Who takes part. */
export function PeoplePage() {
  const text = useText();
  const count = useView(view => Object.values(view.people).filter(({ status }) => status === 'active').length);
  return (
    <SubPage title={text('people.title')} lead={text('people.lead', { count })}>
      <SelfCard opens="page" />
      <FormSummary />
      <Roster />
    </SubPage>
  );
}
