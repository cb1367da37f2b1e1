import { Button } from '@mantine/core';
import { Meter } from '../../../design/Meter.tsx';
import { Note } from '../../../design/Note.tsx';
import { useRefusalText } from '../../../platform/texts.ts';
import { useText } from '../texts.ts';
import type { Answer } from './answer.ts';
import { Impossible } from './Impossible.tsx';
import type { Choice } from './PeoplePicker.tsx';
import styles from './ProposalState.module.css';
import { ProposedNote } from './ProposedNote.tsx';
import type { Proposing } from './proposing.ts';

type Props = {
  state: Proposing;
  people: readonly Choice[];
  /** Leads to the field of a rule. */
  onChange(rule: string): void;
  onCancel(): void;
};

/** How far a proposal is, or why there is none. */
export function ProposalState({ state, people, onChange, onCancel }: Props) {
  switch (state.status) {
    case 'working':
      return <Working progress={state.progress} onCancel={onCancel} />;
    case 'answered':
      return <Answered answer={state.answer} people={people} onChange={onChange} />;
    case 'failed':
      return <Failed problem={state.problem} />;
    default:
      return null;
  }
}

function Answered({ answer, people, onChange }: { answer: Answer } & Pick<Props, 'people' | 'onChange'>) {
  if (answer.status === 'proposed') return <ProposedNote proposed={answer} />;
  if (answer.status === 'nobody') return null;
  return <Impossible demands={answer.demands} isProven={answer.isProven} people={people} onChange={onChange} />;
}

function Working({ progress, onCancel }: { progress: { done: number; total: number } | null; onCancel(): void }) {
  const text = useText();
  return (
    <div className={styles.working} role="status">
      <div>
        <p className={styles.title}>{text('cluster.working')}</p>
        <p className={styles.quiet}>{text('cluster.working.text')}</p>
      </div>
      <Meter value={progress ? progress.done / Math.max(1, progress.total) : 0} />
      <div>
        <Button variant="default" onClick={onCancel}>
          {text('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Failed({ problem }: { problem: Extract<Proposing, { status: 'failed' }>['problem'] }) {
  return (
    <Note tone="danger">
      <p role="alert">{useRefusalText(problem)}</p>
    </Note>
  );
}
