import { Button } from '@mantine/core';
import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { readBallot } from '@multaqa/shared/facilitate/polls/sheet';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { type FormEvent, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import styles from './BallotForm.module.css';
import type { Caster, CastState } from './caster.ts';
import { ballotField } from './fields.ts';

/** A ballot to fill in and to cast; it can be changed for as long as the poll is open. */
export function BallotForm({ run, caster }: { run: ShownRun; caster: Caster }) {
  const text = useText();
  const { sheet } = run;
  const [draft, setDraft] = useState<Ballot | null>(null);
  const value = draft ?? caster.ballot;
  const ready = value && readBallot(sheet, withoutBlanks(value));
  const isChanged = draft !== null && JSON.stringify(draft) !== JSON.stringify(caster.ballot);
  const isCast = caster.ballot !== null;
  const canCast = caster.state.status !== 'preparing' && caster.state.status !== 'elsewhere';
  const Field = ballotField(sheet.design.kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    caster.cast(ready);
    setDraft(null);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field sheet={sheet} value={value} onChange={setDraft} isDisabled={caster.state.status === 'elsewhere'} />
      <State state={caster.state} />
      {(isChanged || !isCast) && canCast && (
        <div className={styles.actions}>
          <Button type="submit" size="md" className={styles.cast ?? ''} disabled={!ready}>
            {text(isCast ? 'polls.vote.change' : 'polls.vote')}
          </Button>
          {isCast && (
            <Button variant="subtle" size="md" onClick={() => setDraft(null)}>
              {text('common.cancel')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

/** Fields that were left empty are no answers. */
const withoutBlanks = (ballot: Ballot): Ballot =>
  'write' in ballot ? { write: ballot.write.filter(words => words.trim() !== '') } : ballot;

const signs = { counted: IconCircleCheck, sending: IconClock, kept: IconClock, preparing: IconClock } as const;

/** Where a ballot is, in words. */
export function State({ state }: { state: CastState }) {
  const text = useText();
  if (state.status === 'none') return null;
  if (state.status === 'refused')
    return (
      <div className={styles.problem} role="alert">
        <p className={styles.state}>
          <Icon of={IconAlertCircle} size={20} />
          <span>{state.why}</span>
        </p>
      </div>
    );
  const sign = state.status === 'elsewhere' ? IconAlertCircle : signs[state.status];
  return (
    <p className={styles.state} data-status={state.status} role="status">
      <Icon of={sign} size={20} />
      <span>{text(`polls.cast.${state.status}`)}</span>
    </p>
  );
}
