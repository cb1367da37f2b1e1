import { Button } from '@mantine/core';
import { useState } from 'react';
import { Avatar } from '../design/Avatar.tsx';
import { Listed } from '../design/Listed.tsx';
import { useMay, useMe, useOwn, useView } from '../dialogue/use-dialogue.ts';
import { useLanguageName } from '../platform/languages.ts';
import { useCountryName } from './countries.ts';
import styles from './SelfCard.module.css';
import { SelfDialog } from './SelfDialog.tsx';
import { useText } from './texts.ts';

/** One's own card, with the way to write it. */
export function SelfCard() {
  const text = useText();
  const may = useMay();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const { person } = useMe();
  const card = useView(view => view.people[person]);
  const { email, needs, vision } = useOwn(own => own.people);
  const [isEditing, setEditing] = useState(false);
  if (!card) return null;
  const name = card.name ?? text('common.nameless');
  const place = [card.municipality, countryName(card.country)].filter(Boolean);
  const isBlank = needs.length === 0 && !vision;
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
        {may('people.describe', { person }) && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {text(isBlank ? 'people.self.fill' : 'people.self.edit')}
          </Button>
        )}
      </div>
      {isBlank ? (
        <p className={styles.quiet}>{text('people.self.blank')}</p>
      ) : (
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
      )}
      <SelfDialog card={{ ...card, needs: [...needs], vision }} isOpen={isEditing} onClose={() => setEditing(false)} />
    </section>
  );
}
