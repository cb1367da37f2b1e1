import { Button } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useState } from 'react';
import { DialogueEnding } from '../../../about/DialogueEnding.tsx';
import { EditDialogue } from '../../../about/EditDialogue.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { Note } from '../../../design/Note.tsx';
import { useMay, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { NextSession } from '../../../facilitate/sessions/plan/NextSession.tsx';
import { SessionsPanel } from '../../../facilitate/sessions/plan/SessionsPanel.tsx';
import { WhoComes } from '../../../people/WhoComes.tsx';
import { useMoments } from '../../../platform/moments.ts';
import { PageShell } from '../../PageShell.tsx';
import { StepPath } from './StepPath.tsx';
import { StoryFacts } from './StoryFacts.tsx';
import styles from './StoryPage.module.css';
import { stepsOf } from './steps.ts';
import { useText } from './texts.ts';

/** The dialogue as a path of six steps, with what comes next under it. */
export function StoryPage() {
  const text = useText();
  const may = useMay();
  const now = useServerClock();
  const moments = useMoments();
  const view = useView(whole => whole);
  const [isEditing, setEditing] = useState(false);
  const steps = stepsOf(view, { text, relative: at => moments.relative(at, now()), canInvite: may('people.invite') });
  const { about } = view;
  if (about.status === 'unborn') return null;
  return (
    <PageShell title={about.title}>
      <div className={styles.head}>
        <div>
          <h1 dir="auto">{about.title}</h1>
          <StoryFacts />
        </div>
        {may('about.edit') && (
          <Button
            variant="subtle"
            color="ink"
            leftSection={<Icon of={IconPencil} size={20} />}
            onClick={() => setEditing(true)}
          >
            {text('about.edit')}
          </Button>
        )}
      </div>
      {about.goal && (
        <p className={styles.goal} dir="auto">
          {about.goal}
        </p>
      )}
      {about.status === 'ended' && <Note>{text('about.ended.text')}</Note>}
      <StepPath steps={steps} />
      <div className={styles.below}>
        <NextSession />
        <div className={styles.two}>
          <SessionsPanel />
          <WhoComes />
        </div>
        <DialogueEnding />
      </div>
      <EditDialogue isOpen={isEditing} onClose={() => setEditing(false)} />
    </PageShell>
  );
}
