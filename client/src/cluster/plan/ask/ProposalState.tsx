import { Note } from '../../../design/Note.tsx';
import type { Choice } from '../../../design/people-rules/PeoplePicker.tsx';
import { Working } from '../../../design/Working.tsx';
import type { Progress } from '../../../platform/http.ts';
import { useRefusalText } from '../../../platform/texts.ts';
import { useText } from '../texts.ts';
import type { Answer } from './answer.ts';
import { Impossible } from './Impossible.tsx';
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
      return <Looking progress={state.progress} onCancel={onCancel} />;
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

function Looking({ progress, onCancel }: { progress: Progress | null; onCancel(): void }) {
  const text = useText();
  return (
    <Working
      title={text('cluster.working')}
      text={text('cluster.working.text')}
      progress={progress}
      onCancel={onCancel}
    />
  );
}

function Failed({ problem }: { problem: Extract<Proposing, { status: 'failed' }>['problem'] }) {
  return (
    <Note tone="danger">
      <p role="alert">{useRefusalText(problem)}</p>
    </Note>
  );
}
