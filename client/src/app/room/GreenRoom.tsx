import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { DeviceStep } from '../../facilitate/media/devices/DeviceStep.tsx';
import { PageShell } from '../PageShell.tsx';
import styles from './GreenRoom.module.css';
import { Joining } from './Joining.tsx';
import { useText } from './texts.ts';

/** The room before the room: what one is about to join, and how one will be seen and heard there. */
export function GreenRoom({ session, onDone }: { session: OpenSessionView; onDone(): void }) {
  const text = useText();
  const { id } = useDialogue();
  const { person, role } = useMe();
  const name = useView(view => view.people[person]?.name) ?? text('common.nameless');
  return (
    <PageShell title={session.plan.title}>
      <div className={styles.page}>
        <Joining session={session} />
        <DeviceStep person={person} name={name} role={role} dialogue={id} heading="h2" onDone={onDone} />
      </div>
    </PageShell>
  );
}
