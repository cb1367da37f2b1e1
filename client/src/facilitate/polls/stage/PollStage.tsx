import { Button } from '@mantine/core';
import type { Shown } from '@multaqa/shared/facilitate/polls/polls.messages';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { nameIn } from '@multaqa/shared/name-in';
import { useEffect } from 'react';
import { announce } from '../../../design/announce.ts';
import { useCommand, useMay, useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { type Look, RunResult } from '../RunResult.tsx';
import { useText } from '../texts.ts';
import { useEarlier } from '../use-runs.ts';
import { useTurnout } from '../use-turnout.ts';
import styles from './PollStage.module.css';
import { StageQuestion } from './StageQuestion.tsx';

/** A poll on the stage of a room: what is asked, or what came of it. */
export function PollStage() {
  const { place } = useMe();
  const room = place?.room ?? '';
  const shown = useView(({ polls }) => polls.shown[room] ?? null);
  const run = useView(({ polls }) => (shown && polls.runs[shown.run]) ?? null);
  if (!shown || !run) return null;
  return (
    <div className={styles.stage}>
      <Head run={run} room={room} />
      {shown.what === 'question' ? <StageQuestion run={run} /> : <StageResult run={run} room={room} shown={shown} />}
    </div>
  );
}

function Head({ run, room }: { run: ShownRun; room: string }) {
  const text = useText();
  const { language } = useLanguage();
  const may = useMay();
  const send = useCommand();
  const turnout = useTurnout(run);
  const question = nameIn(run.sheet.question, language);
  useEffect(() => announce(text('polls.stage.shows', { question })), [question, text]);
  return (
    <header className={styles.head}>
      <h2 className={styles.question} dir="auto">
        {question}
      </h2>
      <p className={styles.turnout}>{turnout}</p>
      {may('polls.show', { room }) && (
        <Button variant="subtle" onClick={() => void send('polls.show', { room, shown: null })}>
          {text('polls.stage.end')}
        </Button>
      )}
    </header>
  );
}

function StageResult({ run, room, shown }: { run: ShownRun; room: string; shown: Shown }) {
  const may = useMay();
  const send = useCommand();
  const earlier = useEarlier(run);
  const change = (look: Look) => void send('polls.show', { room, shown: { ...shown, ...look } });
  return (
    <RunResult
      run={run}
      earlier={earlier}
      size="stage"
      look={{ now: shown, change: may('polls.show', { room }) ? change : null }}
    />
  );
}
