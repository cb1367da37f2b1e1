import { useView } from '../../dialogue/use-dialogue.ts';
import { RotationPlan } from '../../facilitate/breakouts/rotation/RotationPlan.tsx';
import { useText } from '../../facilitate/breakouts/rotation/texts.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { SubPage } from './SubPage.tsx';

/** Rounds of rooms over all sessions, so that people and towns meet whom they have not met yet. */
export function RotationPage() {
  const text = useText();
  const isForHosts = useView(({ breakouts }) => breakouts.plan !== null);
  if (!isForHosts) return <NotFoundPage />;
  return (
    <SubPage title={text('rotation.page')} lead={text('rotation.lead')}>
      <RotationPlan />
    </SubPage>
  );
}
