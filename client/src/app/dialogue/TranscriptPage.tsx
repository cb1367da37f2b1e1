import { useParams } from 'react-router';
import { useView } from '../../dialogue/use-dialogue.ts';
import { Transcript } from '../../facilitate/chat/Transcript.tsx';
import { useText } from '../../facilitate/chat/texts.ts';
import { useText as useSessionText } from '../../facilitate/sessions/texts.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { SubPage } from './SubPage.tsx';

/** What was written in a session, for those who were there. */
export function TranscriptPage() {
  const text = useText();
  const sessionText = useSessionText();
  const { session: id = '' } = useParams();
  const title = useView(view => view.sessions[id]?.plan.title);
  if (title === undefined) return <NotFoundPage />;
  return (
    <SubPage title={sessionText('sessions.transcript.of', { title })} lead={text('chat.transcript.lead')}>
      <Transcript session={id} />
    </SubPage>
  );
}
