import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { Icon } from '../../design/Icon.tsx';
import { useClusterName } from '../../dialogue/cluster-name.ts';
import { usePublishedClusters } from '../../dialogue/clusters.ts';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { AddButtons } from './AddButtons.tsx';
import { answerFilters, type Filter, type Sorting } from './rows.ts';
import styles from './Toolbar.module.css';
import { useText } from './texts.ts';
import { useRemoval } from './use-removal.ts';

type Props = {
  query: string;
  onQuery(query: string): void;
  shown: number;
  chosen: readonly PersonCard[];
  onLinks(): void;
  onClear(): void;
  onAdd(): void;
  sorting: Sorting;
  onSort(sorting: Sorting): void;
  filter: Filter;
  onFilter(filter: Filter): void;
  isWide: boolean;
};

/** Searching and adding; while people are chosen, what can be done with them. */
export function Toolbar(props: Props) {
  const text = useText();
  const may = useMay();
  const people = useView(view => view.people);
  const { query, onQuery, shown, chosen, onAdd, sorting, onSort, filter, onFilter, isWide } = props;
  const form = useView(view => view.form);
  const { published, nameOf } = usePublishedClusters();
  const clusterName = useClusterName();
  const save = async () => {
    const { downloadRoster } = await import('./export-roster.ts');
    downloadRoster(people, form, may('people.edit'), published && nameOf);
  };
  return (
    <div className={styles.toolbar}>
      <div className={styles.row}>
        <TextInput
          className={styles.search}
          type="search"
          aria-label={text('roster.search')}
          placeholder={text('roster.search')}
          leftSection={<Icon of={IconSearch} size={20} />}
          value={query}
          onChange={event => onQuery(event.currentTarget.value)}
        />
        {!isWide && (
          <NativeSelect
            aria-label={text('roster.sort')}
            value={sorting.by}
            data={(
              [
                'name',
                'municipality',
                'country',
                'role',
                ...(published ? (['cluster'] as const) : []),
                ...(form.answers ? (['answers'] as const) : []),
              ] as const
            ).map(value => ({
              value,
              label: text(`people.${value}`),
            }))}
            onChange={event => onSort({ by: event.currentTarget.value as Sorting['by'], isReversed: false })}
          />
        )}
        {published && (
          <NativeSelect
            aria-label={text('roster.cluster')}
            value={filter.cluster ?? ''}
            data={[
              { value: '', label: text('roster.cluster.all') },
              ...published.clusters.map(one => ({ value: one.cluster, label: clusterName(one) })),
              { value: 'none', label: text('roster.cluster.none') },
            ]}
            onChange={event => onFilter({ ...filter, cluster: event.currentTarget.value || null })}
          />
        )}
        {form.answers && (
          <NativeSelect
            aria-label={text('roster.answers')}
            value={filter.answers ?? ''}
            data={[
              { value: '', label: text('roster.answers.any') },
              ...answerFilters.map(value => ({ value, label: text(`roster.answers.are-${value}`) })),
            ]}
            onChange={event => {
              const { value } = event.currentTarget;
              onFilter({ ...filter, answers: answerFilters.find(one => one === value) ?? null });
            }}
          />
        )}
        <span className={styles.gap} />
        <Button
          variant="subtle"
          color="ink"
          leftSection={<Icon of={IconDownload} size={20} />}
          onClick={() => void save()}
        >
          {text('roster.export')}
        </Button>
        {may('people.add') && <AddButtons onAdd={onAdd} />}
      </div>
      {chosen.length > 0 ? (
        <Chosen {...props} />
      ) : (
        <p className={styles.count}>{text('roster.shown', { count: shown })}</p>
      )}
    </div>
  );
}

function Chosen({ chosen, onLinks, onClear }: Props) {
  const text = useText();
  const may = useMay();
  const remove = useRemoval();
  return (
    <section className={styles.chosen} aria-label={text('roster.chosen', { count: chosen.length })}>
      <strong>{text('roster.chosen', { count: chosen.length })}</strong>
      {may('people.invite') && (
        <Button variant="default" leftSection={<Icon of={IconLink} size={20} />} onClick={onLinks}>
          {text('roster.links')}
        </Button>
      )}
      {may('people.remove') && (
        <Button
          variant="default"
          color="danger"
          onClick={() => {
            onClear();
            void remove(chosen);
          }}
        >
          {text('roster.remove')}
        </Button>
      )}
      <span className={styles.gap} />
      <Button variant="subtle" onClick={onClear}>
        {text('roster.clear')}
      </Button>
    </section>
  );
}
