import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { nameIn } from '@multaqa/shared/name-in';
import { useMemo, useSyncExternalStore } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { openPolled } from '../../../platform/polled.ts';
import { RunResult } from '../RunResult.tsx';
import styles from './PastRuns.module.css';
import { useText } from './texts.ts';

/** What was asked in a session, and what came of it. */
export function PastRuns({ session }: { session: string }) {
  const text = useText();
  const { language } = useLanguage();
  const runs = useRuns(session).filter(({ status }) => status === 'closed');
  if (runs.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="past-polls">
      <h2 id="past-polls">{text('plan.results')}</h2>
      {runs.map(run => (
        <article key={run.run} className={styles.card}>
          <h3 className={styles.question} dir="auto">
            {nameIn(run.sheet.question, language)}
          </h3>
          <p className={styles.quiet}>{text('polls.turnout', { count: run.voters, present: run.present })}</p>
          <RunResult run={run} earlier={runs.filter(one => one.poll === run.poll && one.launchedAt < run.launchedAt)} />
        </article>
      ))}
    </section>
  );
}

const none: readonly ShownRun[] = [];

/** The runs of any session that somebody may see, asked for every five seconds for as long as they are looked at. */
function useRuns(session: string): readonly ShownRun[] {
  const dialogue = useDialogue();
  const asked = useMemo(
    () =>
      openPolled<readonly ShownRun[]>(async () => {
        const answer = await dialogue.ask('polls.runs', { session });
        return answer.ok ? (answer.answer as readonly ShownRun[]) : null;
      }, 5_000),
    [dialogue, session],
  );
  return useSyncExternalStore(asked.subscribe, asked.current) ?? none;
}
