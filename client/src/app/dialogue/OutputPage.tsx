import { useParams } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { OutputEditor } from '../../facilitate/notes/output/OutputEditor.tsx';
import { useText } from '../../facilitate/notes/texts.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { SubPage } from './SubPage.tsx';

/** What a session brings together of its rooms, and whether it is signed off. */
export function OutputPage() {
  const text = useText();
  const { id } = useDialogue();
  const { session = '' } = useParams();
  const plan = useView(({ sessions }) => sessions[session]?.plan);
  if (!plan) return <NotFoundPage />;
  return (
    <SubPage
      title={text('output.title')}
      lead={text('output.lead')}
      width="wide"
      back={{ to: `/d/${id}/s/${session}`, label: plan.title }}
    >
      <OutputEditor session={session} />
    </SubPage>
  );
}
