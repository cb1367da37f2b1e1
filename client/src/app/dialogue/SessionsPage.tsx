import { SessionsPlan } from '../../facilitate/sessions/plan/SessionsPlan.tsx';
import { useText } from '../../platform/languages.ts';
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
