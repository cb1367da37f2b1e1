import { Button, NativeSelect } from '@mantine/core';
import { kindOf } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Shown } from '@multaqa/shared/facilitate/polls/polls.messages';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import type { Tally } from '@multaqa/shared/facilitate/polls/tally';
import { Suspense, useCallback, useState } from 'react';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import styles from './RunResult.module.css';
import type { Shown as ResultShown } from './results/told.ts';
import { useText } from './texts.ts';
import { useDivisions, useSplit } from './use-split.ts';

const ResultView = lazyWithTexts(async () => (await import('./results/ResultView.tsx')).ResultView);
const KeepResult = lazyWithTexts(async () => (await import('./results/KeepResult.tsx')).KeepResult);
const WhoChose = lazyWithTexts(async () => (await import('./results/WhoChose.tsx')).WhoChose);
const SaveResult = lazyWithTexts(async () => (await import('./export/SaveResult.tsx')).SaveResult);

/** How a result is looked at: divided, as what all accept, or beside an earlier run. */
export type Look = Pick<Shown, 'split' | 'against'>;

type Props = {
  run: ShownRun;
  /** The runs of the same poll before it. */
  earlier: readonly ShownRun[];
  size?: 'panel' | 'stage';
  /** The room whose notes can keep the result, for those who may. */
  keepIn?: string | null;
  /** What somebody else has chosen, and the way to choose for all; without it each reader chooses alone. */
  look?: { now: Look; change: ((look: Look) => void) | null };
};

const whole: Look = { split: null, against: null };

/** What a run has come to, and why it is not told where it is not. */
export function RunResult(props: Props) {
  const text = useText();
  const { withheld, tally } = props.run;
  if (withheld) return <p className={styles.withheld}>{text(`polls.withheld.${withheld}`)}</p>;
  if (!tally || tally.voters === 0) return <p className={styles.withheld}>{text('polls.no-votes')}</p>;
  return <Told {...props} tally={tally} />;
}

function Told({ run, earlier, size = 'panel', look, keepIn = null, tally }: Props & { tally: Tally }) {
  const text = useText();
  const [own, setOwn] = useState<Look>(whole);
  const { split, against } = look ? look.now : own;
  const change = look ? look.change : setOwn;
  const [first = null] = useDivisions(run);
  const groups = useSplit(run, split === 'consent' ? first : split);
  const before = earlier.find(one => one.run === against);
  const as = split === 'consent' ? ('consent' as const) : ('groups' as const);
  const shown = {
    sheet: run.sheet,
    tally,
    split: groups?.length ? { as, groups } : null,
    before: before?.tally ? { sheet: before.sheet, tally: before.tally } : null,
  };
  const choice = change && <LookSelect run={run} earlier={earlier} look={{ split, against }} onChange={change} />;
  const under = text('polls.turnout', { count: run.voters, present: run.present });
  const tools = (
    <>
      {size === 'stage' && choice}
      {run.status === 'closed' && <SaveResult shown={shown} under={under} ballots={run.ballots} />}
      {run.status === 'closed' && keepIn && <KeepButton room={keepIn} shown={shown} under={under} />}
    </>
  );
  return (
    <div className={styles.result} data-size={size}>
      {size === 'panel' && choice}
      {groups?.length === 0 && <p className={styles.withheld}>{text('polls.split.too-few')}</p>}
      <Suspense fallback={null}>
        <ResultView {...shown} size={size} tools={tools} />
      </Suspense>
      <Suspense fallback={null}>
        {size === 'panel' && run.ballots && <WhoChose sheet={run.sheet} ballots={run.ballots} />}
      </Suspense>
    </div>
  );
}

/** Keeps what is shown as an outcome of the room. */
function KeepButton({ room, shown, under }: { room: string; shown: ResultShown; under: string }) {
  const text = useText();
  const [isKeeping, setKeeping] = useState(false);
  const end = useCallback(() => setKeeping(false), []);
  return (
    <>
      <Button variant="subtle" disabled={isKeeping} onClick={() => setKeeping(true)}>
        {text('polls.keep')}
      </Button>
      <Suspense fallback={null}>
        {isKeeping && <KeepResult room={room} shown={shown} under={under} onDone={end} />}
      </Suspense>
    </>
  );
}

type SelectProps = { run: ShownRun; earlier: readonly ShownRun[]; look: Look; onChange(look: Look): void };

function LookSelect({ run, earlier, look, onChange }: SelectProps) {
  const text = useText();
  const divisions = useDivisions(run);
  const canAgree = divisions.length > 0 && kindOf(run.sheet.design).agreement !== undefined;
  const choices = [
    { value: '', label: text('polls.look.whole') },
    ...divisions.map(by => ({ value: by, label: text(`polls.look.${by}`) })),
    ...(canAgree ? [{ value: 'consent', label: text('polls.look.consent') }] : []),
    ...earlier.map((one, at) => ({
      value: one.run,
      label: text('polls.look.before', { number: earlier.length - at }),
    })),
  ];
  if (choices.length === 1) return null;
  return (
    <NativeSelect
      className={styles.look ?? ''}
      aria-label={text('polls.look')}
      value={look.against ?? look.split ?? ''}
      data={choices}
      onChange={event => {
        const { value } = event.currentTarget;
        const isEarlier = earlier.some(one => one.run === value);
        onChange({ split: isEarlier ? null : ((value || null) as Look['split']), against: isEarlier ? value : null });
      }}
    />
  );
}
