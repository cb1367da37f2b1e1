import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { nameIn } from '@multaqa/shared/name-in';
import { useEffect, useRef } from 'react';
import { Pill } from '../../design/Pill.tsx';
import { TimeLeft } from '../../dialogue/TimeLeft.tsx';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { HostActions } from './manage/HostActions.tsx';
import { takeLaunched } from './manage/use-launch.ts';
import styles from './RunCard.module.css';
import { RunResult } from './RunResult.tsx';
import { Secrecy } from './Secrecy.tsx';
import { useText } from './texts.ts';
import { useEarlier } from './use-runs.ts';
import { useTurnout } from './use-turnout.ts';
import { useHasVoted } from './vote/caster.ts';
import { VoteAfterClose, VoteBox } from './vote/VoteBox.tsx';

/** A poll that runs or has run in the room: one's ballot while it is open, and the result as soon as it may be seen. */
export function RunCard({ run, room }: { run: ShownRun; room: string }) {
  const text = useText();
  const { language } = useLanguage();
  const may = useMay();
  const turnout = useTurnout(run);
  const earlier = useEarlier(run);
  const hasVoted = useHasVoted(run.run);
  const { sheet, status, endsAt } = run;
  const mayVote = may('polls.vote', { room });
  const isOpen = status === 'open';
  const hint = nameIn(sheet.hint, language);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!takeLaunched(run.run)) return;
    card.current?.scrollIntoView({ block: 'start' });
    card.current?.focus({ preventScroll: true });
  }, [run.run]);
  return (
    <article ref={card} tabIndex={-1} className={styles.card} data-status={status} aria-labelledby={`poll-${run.run}`}>
      <header className={styles.head}>
        <p className={styles.meta}>
          <Pill tone={isOpen ? 'accent' : 'plain'}>{text(isOpen ? 'polls.open' : 'polls.closed')}</Pill>
          {isOpen && endsAt !== null && <TimeLeft until={endsAt} />}
          <span className={styles.turnout}>{turnout}</span>
        </p>
        <h3 className={styles.question} id={`poll-${run.run}`} dir="auto">
          {nameIn(sheet.question, language)}
        </h3>
        {hint && (
          <p className={styles.hint} dir="auto">
            {hint}
          </p>
        )}
        <Secrecy sheet={sheet} />
      </header>
      {isOpen && mayVote && <VoteBox key={run.run} run={run} room={room} />}
      {!isOpen && <VoteAfterClose run={run} room={room} />}
      {isOpen && !mayVote && <p className={styles.hint}>{text('polls.looking-on')}</p>}
      {/* What others chose is shown to those who have chosen. */}
      {(!isOpen || run.withheld || hasVoted || !mayVote || may('polls.close', { room })) && (
        <RunResult run={run} earlier={earlier} keepIn={may('polls.close', { room }) ? room : null} />
      )}
      <HostActions run={run} room={room} />
    </article>
  );
}
