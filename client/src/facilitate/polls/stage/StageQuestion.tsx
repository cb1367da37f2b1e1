import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { nameIn } from '@multaqa/shared/name-in';
import { useRoom } from '../../../dialogue/room.ts';
import { TimeLeft } from '../../../dialogue/TimeLeft.tsx';
import { useMay } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import styles from './PollStage.module.css';

/** What is asked, large, while people vote. */
export function StageQuestion({ run }: { run: ShownRun }) {
  const text = useText();
  const { language } = useLanguage();
  const may = useMay();
  const { showPanel } = useRoom();
  const { sheet, status, endsAt } = run;
  const hint = nameIn(sheet.hint, language);
  return (
    <div className={styles.asked}>
      {hint && <p dir="auto">{hint}</p>}
      <ol className={styles.options}>
        {sheet.options.map(({ option, names }) => (
          <li key={option} className={styles.option} dir="auto">
            {nameIn(names, language)}
          </li>
        ))}
      </ol>
      {status === 'open' && (
        <p className={styles.now}>
          {endsAt !== null && <TimeLeft until={endsAt} />}
          {may('polls.vote') && (
            <button type="button" className={styles.vote} onClick={() => showPanel('polls')}>
              {text('polls.vote-now')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
