import { SessionsPlan } from '../../facilitate/sessions/plan/SessionsPlan.tsx';
import { useText } from '../../facilitate/sessions/plan/texts.ts';
import { SubPage } from './SubPage.tsx';

/** The plan of sessions. */
export function SessionsPage() {
  const text = useText();
  return (
    <SubPage title={text('sessions.list')} lead={text('sessions.lead')}>
      <SessionsPlan />
    </SubPage>
  );
}
