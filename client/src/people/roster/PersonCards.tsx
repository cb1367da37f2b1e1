import { Checkbox } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { Avatar } from '../../design/Avatar.tsx';
import { Listed } from '../../design/Listed.tsx';
import { PersonClusterName } from '../../dialogue/PersonCluster.tsx';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { useLanguageName } from '../../platform/languages.ts';
import { useCountryName } from '../countries.ts';
import { AnswersState } from './AnswersState.tsx';
import { LinkState } from './LinkState.tsx';
import { PersonActions } from './PersonActions.tsx';
import styles from './PersonCards.module.css';
import type { ListProps } from './PersonTable.tsx';
import { useText } from './texts.ts';

/** The roster for phones: a card per person. */
export function PersonCards(props: ListProps) {
  return (
    <ul className={styles.cards}>
      {props.rows.map(card => (
        <Card key={card.person} card={card} {...props} />
      ))}
    </ul>
  );
}

function Card({ card, selected, onSelect, onEdit, onLink, canManage }: { card: PersonCard } & ListProps) {
  const text = useText();
  const me = useMe();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const name = card.name ?? text('common.nameless');
  const isChosen = selected.has(card.person);
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(card.person)) next.add(card.person);
    onSelect(next);
  };
  return (
    <li className={styles.card} data-chosen={isChosen}>
      <Avatar id={card.person} name={name} size={44} />
      <div className={styles.body}>
        <div className={styles.name}>
          <bdi>{name}</bdi>
          {card.person === me.person && <span className={styles.you}>{text('common.you')}</span>}
        </div>
        <div>
          <Listed items={[card.municipality, countryName(card.country)].filter(Boolean)} />
        </div>
        <div className={styles.quiet}>
          {text(`roles.${card.role}`)}
          {' · '}
          {card.languages.map(languageName).join(text('common.comma'))}
        </div>
        <div className={styles.quiet}>
          <PersonClusterName person={card.person} />
        </div>
        {card.email && (
          <div className={styles.quiet} dir="ltr">
            {card.email}
          </div>
        )}
        <div className={styles.link}>
          <AnswersState card={card} />
          {canManage && card.person !== me.person && <LinkState card={card} />}
        </div>
      </div>
      {canManage && (
        <div className={styles.tools}>
          <PersonActions card={card} onEdit={onEdit} onLink={onLink} />
          <Checkbox aria-label={text('roster.choose', { name })} checked={isChosen} onChange={toggle} />
        </div>
      )}
    </li>
  );
}
