import { Button } from '@mantine/core';
import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useMay, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { suggestSession } from './new-session.ts';
import { currentOf, numbered } from './order.ts';
import { type EditedSession, SessionDialog } from './SessionDialog.tsx';
import { SessionRow } from './SessionRow.tsx';
import styles from './SessionsPlan.module.css';
import { useText } from './texts.ts';

/** The plan of the dialogue's sessions: what organisers change and everybody reads. */
export function SessionsPlan() {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const now = useServerClock();
  const sessions = useView(view => view.sessions);
  const [edited, setEdited] = useState<EditedSession | null>(null);
  const all = numbered(sessions);
  const next = currentOf(sessions)?.session;
  const plan = () => setEdited({ kind: 'plan', input: suggestSession(sessions, now()) });
  const edit = ({ plan: input }: SessionView) => setEdited({ kind: 'edit', input });
  const button = may('sessions.plan') && (
    <Button leftSection={<Icon of={IconCalendarPlus} size={20} />} onClick={plan}>
      {text('sessions.plan')}
    </Button>
  );
  return (
    <>
      {all.length > 0 ? (
        <>
          <div className={styles.tools}>
            {may('breakouts.set') && (
              <Button variant="default" component={Link} to={`/d/${id}/rotation`}>
                {text('sessions.rotation')}
              </Button>
            )}
            {button}
          </div>
          <ol className={styles.list}>
            {all.map(({ number, session }) => (
              <SessionRow
                key={session.session}
                number={number}
                session={session}
                isNext={session === next}
                onEdit={edit}
              />
            ))}
          </ol>
        </>
      ) : (
        <EmptyState title={text('sessions.empty.title')} text={text('sessions.empty.text')}>
          {button}
        </EmptyState>
      )}
      <SessionDialog edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}
