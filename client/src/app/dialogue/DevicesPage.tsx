import { useNavigate } from 'react-router';
import { tell } from '../../design/toasts.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { DeviceStep } from '../../facilitate/media/devices/DeviceStep.tsx';
import { useText } from '../../facilitate/media/devices/texts.ts';
import { PageShell } from '../PageShell.tsx';

/** A quiet look at camera and microphone before a session. */
export function DevicesPage() {
  const text = useText();
  const navigate = useNavigate();
  const { id } = useDialogue();
  const { person, role } = useMe();
  const name = useView(view => view.people[person]?.name) ?? text('common.nameless');
  return (
    <PageShell title={text('devices.check')}>
      <DeviceStep
        person={person}
        name={name}
        role={role}
        dialogue={id}
        onDone={() => {
          tell(text('devices.remembered'));
          void navigate(`/d/${id}`);
        }}
      />
    </PageShell>
  );
}
