import { Button } from '@mantine/core';
import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import type { Published } from '@multaqa/shared/cluster/cluster.state';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Listed } from '../../../design/Listed.tsx';
import { Panel } from '../../../design/Panel.tsx';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { useCommand, useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { distinct } from '../distinct.ts';
import { useText } from '../texts.ts';
import { useAsked } from '../use-form.ts';
import { useTraitWords } from '../why/trait-words.ts';
import styles from './LateComers.module.css';
import { LateRuleField } from './LateRuleField.tsx';
import { type Suggestion, useSuggestions } from './use-suggestions.ts';

type Props = { profiles: readonly Profile[]; published: Published; countryName(code: string): string };

/** Those who came after the clusters were published: where each of them fits and why, and what happens with the next ones. */
export function LateComers({ profiles, published, countryName }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const rule = useView(({ cluster }) => cluster.plan?.lateRule) ?? 'ask';
  const asked = useAsked();
  const suggestions = useSuggestions({ profiles, published, questions: asked.questions, rule });
  const words = useTraitWords(asked, countryName);
  const place = ({ person, cluster }: Suggestion) => void send('cluster.place', { person, cluster });
  if (suggestions.length === 0) return null;
  return (
    <Panel
      title={text('cluster.late', { count: suggestions.length })}
      action={
        suggestions.length > 1 && may('cluster.place') ? (
          <Button variant="default" onClick={() => suggestions.forEach(place)}>
            {text('cluster.late.place-all')}
          </Button>
        ) : null
      }
    >
      <div className={styles.late}>
        <ul className={styles.people}>
          {suggestions.map(suggestion => (
            <Row
              key={suggestion.person}
              suggestion={suggestion}
              published={published}
              reasons={distinct(
                suggestion.shares.map(({ trait }) => words(trait).name),
                3,
              )}
              onPlace={may('cluster.place') ? () => place(suggestion) : null}
            />
          ))}
        </ul>
        {may('cluster.late') && <LateRuleField />}
      </div>
    </Panel>
  );
}

type RowProps = {
  suggestion: Suggestion;
  published: Published;
  reasons: readonly string[];
  onPlace: (() => void) | null;
};

function Row({ suggestion, published, reasons, onPlace }: RowProps) {
  const text = useText();
  const clusterName = useClusterName();
  const card = useView(({ people }) => people[suggestion.person]);
  const cluster = published.clusters.find(one => one.cluster === suggestion.cluster);
  if (!cluster) return null;
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <bdi className={styles.name}>{card?.name ?? text('common.nameless')}</bdi>
        <bdi className={styles.quiet}>{card?.municipality}</bdi>
      </span>
      <span className={styles.where}>
        <span className={styles.cluster}>
          <ClusterMark mark={cluster.mark} />
          <bdi>{clusterName(cluster)}</bdi>
        </span>
        <span className={styles.quiet}>
          {reasons.length > 0 ? <Listed items={reasons} /> : text('cluster.late.no-reason')}
        </span>
      </span>
      {onPlace && (
        <Button variant="default" onClick={onPlace}>
          {text('cluster.late.place')}
        </Button>
      )}
    </li>
  );
}
