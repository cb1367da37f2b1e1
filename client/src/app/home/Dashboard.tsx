import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSparkles from '@tabler/icons-react/dist/esm/icons/IconSparkles.mjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ClosedCard, DialogueCard } from '../../about/DialogueCard.tsx';
import { NewDialogue } from '../../about/NewDialogue.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import { Icon } from '../../design/Icon.tsx';
import { tell } from '../../design/toasts.tsx';
import { post, refusedBy } from '../../platform/http.ts';
import { refusalText } from '../../platform/texts.ts';
import { PageShell } from '../PageShell.tsx';
import { askWhoIsHere, type Visitor } from '../visitor.ts';
import styles from './Dashboard.module.css';
import { useText } from './texts.ts';

/** The dialogues that this person may enter; organisers begin new ones here. */
export function Dashboard({ visitor }: { visitor: Extract<Visitor, { status: 'known' }> }) {
  const text = useText();
  const [isMaking, setMaking] = useState(false);
  const { account, dialogues } = visitor;
  const buttons = account && (
    <>
      <ExampleButton />
      <Button leftSection={<Icon of={IconPlus} size={20} />} onClick={() => setMaking(true)}>
        {text('dashboard.new')}
      </Button>
    </>
  );
  return (
    <PageShell title={text('dashboard.title')}>
      <div className={styles.head}>
        <div>
          <h1>{text('dashboard.title')}</h1>
          {account && <p className={styles.quiet}>{text('dashboard.signed-in', { name: account.name })}</p>}
        </div>
        {dialogues.length > 0 && <div className={styles.actions}>{buttons}</div>}
      </div>
      {dialogues.length > 0 ? (
        <ul className={styles.cards}>
          {[...dialogues].sort(byUrgency).map(dialogue => (
            <li key={dialogue.dialogue}>
              {'quarantined' in dialogue ? (
                <ClosedCard reference={dialogue.quarantined} />
              ) : (
                <DialogueCard summary={dialogue} />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          picture={<Gathering size={200} />}
          title={text('dashboard.empty.title')}
          text={text('dashboard.empty.text')}
        >
          {buttons}
        </EmptyState>
      )}
      {account && <NewDialogue isOpen={isMaking} onClose={() => setMaking(false)} onMade={() => void askWhoIsHere()} />}
    </PageShell>
  );
}

function ExampleButton() {
  const text = useText();
  const navigate = useNavigate();
  const [isLoading, setLoading] = useState(false);
  const load = async () => {
    setLoading(true);
    try {
      const { dialogue } = await post<{ dialogue: string }>('/dialogues/example');
      void askWhoIsHere();
      await navigate(`/d/${dialogue}`);
    } catch (error) {
      tell(refusalText(text, refusedBy(error)), 'danger');
      setLoading(false);
    }
  };
  return (
    <Button
      variant="default"
      loading={isLoading}
      leftSection={<Icon of={IconSparkles} size={20} />}
      onClick={() => void load()}
    >
      {text('dashboard.example')}
    </Button>
  );
}

type Listed =
  | { live: boolean; status: string; sessions: { next: { startsAt: number } | null } }
  | { quarantined: string | null };

/** Live first, then by the next session; what has ended comes last. */
const byUrgency = (a: Listed, b: Listed): number => urgencyOf(a) - urgencyOf(b);
function urgencyOf(listed: Listed): number {
  if ('quarantined' in listed) return -1;
  const { live, status, sessions } = listed;
  if (live) return 0;
  return status === 'ended' ? Number.MAX_SAFE_INTEGER : (sessions.next?.startsAt ?? Number.MAX_SAFE_INTEGER - 1);
}
