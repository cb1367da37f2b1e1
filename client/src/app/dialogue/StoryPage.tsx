import { Button } from '@mantine/core';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useMemo, useState } from 'react';
import { DialogueEnding } from '../../about/DialogueEnding.tsx';
import { EditDialogue } from '../../about/EditDialogue.tsx';
import { usePlaces } from '../../about/use-places.ts';
import { Icon } from '../../design/Icon.tsx';
import { Note } from '../../design/Note.tsx';
import { useMay, useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import { NextSession } from '../../facilitate/sessions/NextSession.tsx';
import { SessionsPanel } from '../../facilitate/sessions/SessionsPanel.tsx';
import { WhoComes } from '../../people/WhoComes.tsx';
import { languageNames, useLanguage, useText } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';
import { PageShell } from '../PageShell.tsx';
import { StepPath } from './StepPath.tsx';
import styles from './StoryPage.module.css';
import { stepsOf } from './steps.ts';

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
          <Facts />
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

/** "22 municipalities in 10 countries · 29 September – 7 October · English and Arabic" */
function Facts() {
  const places = usePlaces();
  const { locale } = useLanguage();
  const { about, people, sessions } = useView(({ about, people, sessions }) => ({ about, people, sessions }));
  const facts = useMemo(() => {
    if (about.status === 'unborn') return [];
    const active = Object.values(people).filter(({ status }) => status === 'active');
    const towns = active.filter(({ municipality }) => municipality);
    const counts = {
      people: active.length,
      municipalities: new Set(towns.map(({ municipality, country }) => `${municipality}/${country}`)).size,
      countries: new Set(towns.map(({ country }) => country)).size,
    };
    const starts = Object.values(sessions)
      .filter(({ status }) => status !== 'cancelled')
      .map(({ plan }) => plan.startsAt);
    const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
    const span = starts.length > 0 ? [days.formatRange(Math.min(...starts), Math.max(...starts))] : [];
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    return [places(counts), ...span, list.format(about.languages.map(language => languageNames[language]))];
  }, [about, people, sessions, places, locale]);
  return (
    <p className={styles.facts}>
      {facts.map(fact => (
        <bdi key={fact}>{fact}</bdi>
      ))}
    </p>
  );
}
