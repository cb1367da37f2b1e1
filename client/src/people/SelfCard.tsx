import { Button } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import { isGrouped } from '@multaqa/shared/people/people.state';
import { useState } from 'react';
import { Link } from 'react-router';
import { Avatar } from '../design/Avatar.tsx';
import { Listed } from '../design/Listed.tsx';
import { useDialogue } from '../dialogue/DialogueProvider.tsx';
import { useMay, useMe, useOwn, useView } from '../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../platform/languages.ts';
import { useCountryName } from './countries.ts';
import { openQuestions, valuesOf } from './form/answer-values.ts';
import { SelfDialog } from './form/SelfDialog.tsx';
import { useText } from './form/texts.ts';
import styles from './SelfCard.module.css';

/** One's own card, with the way to write it: a page of its own, or a dialog where one does not want to leave. */
export function SelfCard({ opens }: { opens: 'page' | 'dialog' }) {
  const text = useText();
  const may = useMay();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const { person } = useMe();
  const card = useView(view => view.people[person]);
  const { email, ...words } = useOwn(own => own.people);
  const answers = useOwn(own => own.form);
  const asked = useView(view => view.form);
  const { language } = useLanguage();
  if (!card) return null;
  const name = card.name ?? text('common.nameless');
  const place = [card.municipality, countryName(card.country)].filter(Boolean);
  const values = valuesOf({ ...card, ...words }, asked, answers);
  const { vision } = values;
  const listed = asked.needs
    .filter(need => values.chosen.includes(need.id))
    .map(({ names }) => nameIn(names, language));
  const needs = [...listed, ...values.needs];
  const isBlank = needs.length === 0 && !vision;
  const open = isGrouped(card.role) && asked.status === 'open' ? openQuestions(values, asked).length : 0;
  return (
    <section className={styles.card} aria-label={text('people.self.title')}>
      <div className={styles.head}>
        <Avatar id={person} name={name} size={52} />
        <div className={styles.who}>
          <div className={styles.name} dir="auto">
            {name}
          </div>
          <div className={styles.quiet}>
            <Listed items={place} />
            {place.length > 0 && ' · '}
            {card.languages.map(languageName).join(text('common.comma'))}
          </div>
          {email && (
            <div className={styles.small}>
              <bdi dir="ltr">{email}</bdi> · {text('people.self.email')}
            </div>
          )}
        </div>
        {may('form.answer', { person }) && (
          <WriteButton opens={opens} isUrgent={open > 0}>
            {text(isBlank ? 'people.self.fill' : 'people.self.edit')}
          </WriteButton>
        )}
      </div>
      {isBlank ? <p className={styles.quiet}>{text('people.self.blank')}</p> : <Words vision={vision} needs={needs} />}
      {open > 0 && !isBlank && <p className={styles.small}>{text('form.open', { count: open })}</p>}
    </section>
  );
}

type WriteProps = { opens: 'page' | 'dialog'; isUrgent: boolean; children: string };

function WriteButton({ opens, isUrgent, children }: WriteProps) {
  const { id } = useDialogue();
  const [isOpen, setOpen] = useState(false);
  const variant = isUrgent ? 'filled' : 'default';
  if (opens === 'page')
    return (
      <Button variant={variant} component={Link} to={`/d/${id}/answers`}>
        {children}
      </Button>
    );
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <SelfDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

function Words({ vision, needs }: { vision: string; needs: readonly string[] }) {
  const text = useText();
  return (
    <>
      {vision && (
        <p className={styles.vision} dir="auto">
          {vision}
        </p>
      )}
      {needs.length > 0 && (
        <ul className={styles.needs} aria-label={text('people.needs')}>
          {needs.map(need => (
            <li key={need} dir="auto">
              {need}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
