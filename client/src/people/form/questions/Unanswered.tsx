import { Button } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import { useMemo, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Panel } from '../../../design/Panel.tsx';
import { useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { LinksDialog } from '../../roster/LinksDialog.tsx';
import type { QuestionName } from '../answer-values.ts';
import { type Standing, useProgress } from '../use-progress.ts';
import { useText } from './texts.ts';
import styles from './Unanswered.module.css';

type Entry = { card: PersonCard; standing: Standing };

/** Who has not answered yet, or not everything, with a way to their links. */
export function Unanswered() {
  const text = useText();
  const { locale } = useLanguage();
  const people = useView(view => view.people);
  const progress = useProgress();
  const [linked, setLinked] = useState<readonly PersonCard[] | null>(null);
  const entries = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    return Object.values(people)
      .flatMap((card): Entry[] => {
        const standing = card.status === 'active' ? progress(card) : null;
        return standing && standing.state !== 'all' ? [{ card, standing }] : [];
      })
      .sort((a, b) => compare(a.card.name ?? '', b.card.name ?? ''));
  }, [people, progress, locale]);
  const isAnybodyAsked = Object.values(people).some(card => card.status === 'active' && progress(card));
  const silent = entries.filter(({ standing }) => standing.state === 'none');
  const begun = entries.filter(({ standing }) => standing.state === 'some');
  return (
    <Panel title={text('questions.unanswered')}>
      {entries.length === 0 && (
        <p className={styles.quiet}>
          {text(isAnybodyAsked ? 'questions.unanswered.nobody' : 'questions.unanswered.alone')}
        </p>
      )}
      {silent.length > 0 && (
        <Group title={text('questions.silent', { count: silent.length })} entries={silent} onLinks={setLinked} />
      )}
      {begun.length > 0 && (
        <Group title={text('questions.some', { count: begun.length })} entries={begun} onLinks={setLinked} />
      )}
      <LinksDialog people={linked} onClose={() => setLinked(null)} />
    </Panel>
  );
}

type GroupProps = { title: string; entries: readonly Entry[]; onLinks(people: readonly PersonCard[]): void };

function Group({ title, entries, onLinks }: GroupProps) {
  const text = useText();
  const may = useMay();
  const nameOf = useQuestionName();
  return (
    <details className={styles.group} open={entries[0]?.standing.state === 'none'}>
      <summary>{title}</summary>
      <ul className={styles.list}>
        {entries.map(({ card, standing }) => (
          <li key={card.person} className={styles.person}>
            <span className={styles.name}>
              <bdi>{card.name ?? text('common.nameless')}</bdi>
            </span>
            <span className={styles.quiet}>
              <bdi>{card.municipality}</bdi>
              {standing.state === 'some' && (
                <>
                  {' · '}
                  {text('questions.still-open', { questions: standing.open.map(nameOf).join(text('common.comma')) })}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {may('people.invite') && (
        <Button
          variant="default"
          leftSection={<Icon of={IconLink} size={20} />}
          onClick={() => onLinks(entries.map(({ card }) => card))}
        >
          {text('questions.links')}
        </Button>
      )}
    </details>
  );
}

/** What a question is called in a list. */
function useQuestionName(): (question: QuestionName) => string {
  const text = useText();
  const { language } = useLanguage();
  const fields = useView(view => view.form.fields);
  return question => {
    const own = fields.find(({ id }) => id === question);
    if (own) return nameIn(own.names, language);
    return question === 'needs' || question === 'vision' || question === 'region' || question === 'townSize'
      ? text(`people.${question}`)
      : '';
  };
}
