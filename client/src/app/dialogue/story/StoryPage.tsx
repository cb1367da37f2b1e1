import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useState } from 'react';
import { DialogueEnding } from '../../../about/DialogueEnding.tsx';
import { EditDialogue } from '../../../about/EditDialogue.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { Note } from '../../../design/Note.tsx';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { useMay, useMe, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { NextSession } from '../../../facilitate/sessions/plan/NextSession.tsx';
import { currentOf } from '../../../facilitate/sessions/plan/order.ts';
import { SessionsPanel } from '../../../facilitate/sessions/plan/SessionsPanel.tsx';
import { AnswersOffer } from '../../../people/form/AnswersOffer.tsx';
import { WhoComes } from '../../../people/WhoComes.tsx';
import { useMoments } from '../../../platform/moments.ts';
import { PageShell } from '../../PageShell.tsx';
import { FirstStep } from './FirstStep.tsx';
import { StepPath } from './StepPath.tsx';
import { StoryFacts } from './StoryFacts.tsx';
import styles from './StoryPage.module.css';
import { stepsOf } from './steps.ts';
import { useText } from './texts.ts';

/** The same as in the styles of the page, its path and its next session. */
const small = '(max-width: 820px), (max-height: 560px)';

/** The dialogue as a path of six steps, with what comes next under it. What can be entered now, or seen on a small screen, comes first. */
export function StoryPage() {
  const text = useText();
  const may = useMay();
  const now = useServerClock();
  const moments = useMoments();
  const view = useView(whole => whole);
  const isSmall = useMediaQuery(small, false, { getInitialValueInEffect: false }) ?? false;
  const [isEditing, setEditing] = useState(false);
  const isFirst = isSmall || currentOf(view.sessions)?.session.status === 'open';
  const steps = stepsOf(view, {
    text,
    relative: at => moments.relative(at, now()),
    canInvite: may('people.invite'),
    me: useMe().person,
    clusterName: useClusterName(),
  });
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
      {isFirst && (
        <div className={styles.first}>
          <FirstStep />
          <NextSession />
          <AnswersOffer />
        </div>
      )}
      {about.goal && (
        <p className={styles.goal} dir="auto">
          {about.goal}
        </p>
      )}
      {about.status === 'ended' && <Note>{text('about.ended.text')}</Note>}
      <StepPath steps={steps} isShort={isSmall} />
      <div className={styles.below}>
        {!isFirst && (
          <>
            <FirstStep />
            <NextSession />
            <AnswersOffer />
          </>
        )}
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
