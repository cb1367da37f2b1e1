import { Checkbox, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import { memo } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { Icon } from '../../design/Icon.tsx';
import { PersonClusterName } from '../../dialogue/PersonCluster.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguageName } from '../../platform/languages.ts';
import { useCountryName } from '../countries.ts';
import { AnswersState } from './AnswersState.tsx';
import { LinkState } from './LinkState.tsx';
import { PersonActions } from './PersonActions.tsx';
import styles from './PersonTable.module.css';
import type { Sorting } from './rows.ts';
import { useText } from './texts.ts';

export type ListProps = {
  rows: readonly PersonCard[];
  sorting: Sorting;
  onSort(sorting: Sorting): void;
  selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
  onEdit(card: PersonCard): void;
  onLink(card: PersonCard): void;
  canManage: boolean;
};

/** The roster for wide screens. */
export function PersonTable(props: ListProps) {
  const text = useText();
  const { rows, selected, onSelect, canManage } = props;
  const isGrouped = useView(view => view.cluster.published !== null);
  const showsAnswers = useView(view => view.form.answers !== undefined);
  const allChosen = rows.length > 0 && rows.every(({ person }) => selected.has(person));
  const someChosen = rows.some(({ person }) => selected.has(person));
  if (rows.length === 0) return null;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{text('people.title')}</caption>
        <thead>
          <tr>
            {canManage && (
              <th className={styles.check}>
                <Checkbox
                  aria-label={text('roster.choose-all')}
                  checked={allChosen}
                  indeterminate={someChosen && !allChosen}
                  onChange={() => onSelect(allChosen ? new Set() : new Set(rows.map(({ person }) => person)))}
                />
              </th>
            )}
            <SortHead by="name" {...props} />
            <SortHead by="municipality" {...props} />
            <SortHead by="country" {...props} />
            <SortHead by="role" {...props} />
            {isGrouped && <SortHead by="cluster" {...props} />}
            <th scope="col">{text('people.languages')}</th>
            {showsAnswers && <SortHead by="answers" {...props} />}
            {canManage && <th scope="col">{text('roster.link')}</th>}
            {canManage && (
              <th scope="col">
                <VisuallyHidden>{text('roster.actions')}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(card => (
            <Row
              key={card.person}
              card={card}
              isChosen={selected.has(card.person)}
              isGrouped={isGrouped}
              showsAnswers={showsAnswers}
              {...props}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortHead({ by, sorting, onSort }: { by: Sorting['by'] } & ListProps) {
  const text = useText();
  const isSorted = sorting.by === by;
  const direction = sorting.isReversed ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : 'none'}>
      <UnstyledButton
        className={styles.sort}
        onClick={() => onSort({ by, isReversed: isSorted && !sorting.isReversed })}
      >
        {text(`people.${by}`)}
        {isSorted && <Icon of={sorting.isReversed ? IconChevronUp : IconChevronDown} size={16} />}
      </UnstyledButton>
    </th>
  );
}

const Row = memo(
  RowOf,
  (before, after) =>
    before.card === after.card &&
    before.isChosen === after.isChosen &&
    before.isGrouped === after.isGrouped &&
    before.selected === after.selected,
);

function RowOf({
  card,
  isChosen,
  isGrouped,
  showsAnswers,
  selected,
  onSelect,
  onEdit,
  onLink,
  canManage,
}: { card: PersonCard; isChosen: boolean; isGrouped: boolean; showsAnswers: boolean } & ListProps) {
  const text = useText();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const me = useMe();
  const name = card.name ?? text('common.nameless');
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(card.person)) next.add(card.person);
    onSelect(next);
  };
  return (
    <tr data-chosen={isChosen}>
      {canManage && (
        <td className={styles.check}>
          <Checkbox aria-label={text('roster.choose', { name })} checked={isChosen} onChange={toggle} />
        </td>
      )}
      <th scope="row">
        <span className={styles.person}>
          <Avatar id={card.person} name={name} size={36} />
          <span>
            <span className={styles.name}>
              <bdi>{name}</bdi>
              {card.person === me.person && <span className={styles.you}>{text('common.you')}</span>}
            </span>
            {card.email && (
              <span className={styles.quiet} dir="ltr">
                {card.email}
              </span>
            )}
          </span>
        </span>
      </th>
      <td>
        <bdi>{card.municipality}</bdi>
      </td>
      <td>{countryName(card.country)}</td>
      <td>{text(`roles.${card.role}`)}</td>
      {isGrouped && (
        <td>
          <PersonClusterName person={card.person} />
        </td>
      )}
      <td className={styles.quiet}>{card.languages.map(languageName).join(text('common.comma'))}</td>
      {showsAnswers && (
        <td>
          <AnswersState card={card} />
        </td>
      )}
      {canManage && <td>{card.person !== me.person && <LinkState card={card} />}</td>}
      {canManage && (
        <td>
          <PersonActions card={card} onEdit={onEdit} onLink={onLink} />
        </td>
      )}
    </tr>
  );
}
