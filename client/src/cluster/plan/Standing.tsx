import { Button } from '@mantine/core';
import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import { useState } from 'react';
import { Link } from 'react-router';
import { Listed } from '../../design/Listed.tsx';
import { Meter } from '../../design/Meter.tsx';
import { Panel } from '../../design/Panel.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { hasAnswered } from './has-answered.ts';
import styles from './Standing.module.css';
import { useText } from './texts.ts';

/** How far the answers have come: how many of those who are to be grouped have said something, and who has not. */
export function Standing({ profiles }: { profiles: readonly Profile[] }) {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const people = useView(view => view.people);
  const silent = profiles.filter(one => !hasAnswered(one));
  const answered = profiles.length - silent.length;
  const [areNamed, setNamed] = useState(false);
  return (
    <Panel
      title={text('cluster.standing')}
      action={
        <Button component={Link} to={`/d/${id}/${may('cluster.propose') ? 'people/form' : 'people'}`} variant="subtle">
          {text(may('cluster.propose') ? 'cluster.standing.form' : 'cluster.standing.people')}
        </Button>
      }
    >
      <div className={styles.standing}>
        <p className={styles.count}>{text('cluster.standing.answered', { count: answered, of: profiles.length })}</p>
        <Meter value={profiles.length === 0 ? 0 : answered / profiles.length} />
        {silent.length > 0 && (
          <div>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={areNamed}
              onClick={() => setNamed(shown => !shown)}
            >
              {text(areNamed ? 'cluster.standing.hide' : 'cluster.standing.missing', { count: silent.length })}
            </button>
            {areNamed && (
              <p className={styles.names}>
                <Listed items={silent.map(({ person }) => people[person]?.name ?? text('common.nameless'))} />
              </p>
            )}
          </div>
        )}
        <p className={styles.quiet}>{text(answered === 0 ? 'cluster.standing.none' : 'cluster.standing.hint')}</p>
      </div>
    </Panel>
  );
}
