import { useMediaQuery } from '@mantine/hooks';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import { usePublishedClusters } from '../../dialogue/clusters.ts';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useCountryName } from '../countries.ts';
import { useProgress } from '../form/use-progress.ts';
import { draftOf, emptyDraft } from '../person-draft.ts';
import { AddButtons } from './AddButtons.tsx';
import { LinksDialog } from './LinksDialog.tsx';
import { PersonCards } from './PersonCards.tsx';
import { type Edited, PersonDialog } from './PersonDialog.tsx';
import { PersonTable } from './PersonTable.tsx';
import { RemovedPeople } from './RemovedPeople.tsx';
import { noFilter, rowsOf, type Sorting } from './rows.ts';
import { Toolbar } from './Toolbar.tsx';
import { useText } from './texts.ts';

/** Who takes part: found, sorted, added, corrected, invited, removed. What one may not do is not there. */
export function Roster() {
  const text = useText();
  const may = useMay();
  const { language, locale } = useLanguage();
  const countryName = useCountryName();
  const people = useView(view => view.people);
  const isWide = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false });
  const [query, setQuery] = useState('');
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', isReversed: false });
  const [filter, setFilter] = useState(noFilter);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<Edited | null>(null);
  const [linked, setLinked] = useState<readonly PersonCard[] | null>(null);

  const { published, nameOf: clusterName } = usePublishedClusters();
  const progress = useProgress();
  const rows = useMemo(() => {
    const compare = new Intl.Collator(locale).compare;
    const roleName = (role: PersonCard['role']) => text(`roles.${role}`);
    const answered = (card: PersonCard) => {
      const standing = progress(card);
      return standing ? standing.given / standing.asked : -1;
    };
    const found = rowsOf(people, query, sorting, { countryName, roleName, compare, clusterName, answered });
    const { cluster, answers } = filter;
    return found
      .filter(({ person }) => !cluster || !published || (published.of[person] ?? 'none') === cluster)
      .filter(card => !answers || progress(card)?.state === answers);
  }, [people, query, sorting, filter, published, clusterName, countryName, text, locale, progress]);
  const chosen = rows.filter(({ person }) => selected.has(person));

  const add = () => setEdited({ kind: 'add', draft: emptyDraft(newId(), [language]) });
  const edit = (card: PersonCard) => setEdited({ kind: 'edit', draft: draftOf(card) });
  const list = {
    rows,
    sorting,
    onSort: setSorting,
    selected,
    onSelect: setSelected,
    onEdit: edit,
    onLink: (card: PersonCard) => setLinked([card]),
    canManage: may('people.edit'),
  };
  const isAlone = Object.keys(people).length <= 1;

  return (
    <>
      <Toolbar
        query={query}
        onQuery={setQuery}
        shown={rows.length}
        chosen={chosen}
        onLinks={() => setLinked(chosen)}
        onClear={() => setSelected(new Set())}
        onAdd={add}
        sorting={sorting}
        onSort={setSorting}
        filter={filter}
        onFilter={setFilter}
        isWide={isWide ?? true}
      />
      {isWide ? <PersonTable {...list} /> : <PersonCards {...list} />}
      {rows.length === 0 && <EmptyState title={text('roster.none-found')} text={text('roster.none-found.text')} />}
      {isAlone && may('people.add') && (
        <EmptyState
          picture={<Gathering size={160} />}
          title={text('roster.empty.title')}
          text={text('roster.empty.text')}
        >
          <AddButtons onAdd={add} />
        </EmptyState>
      )}
      <RemovedPeople />
      <PersonDialog edited={edited} onClose={() => setEdited(null)} />
      <LinksDialog people={linked} onClose={() => setLinked(null)} />
    </>
  );
}
