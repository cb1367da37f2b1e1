import { Menu } from '@mantine/core';
import type { Trait } from '@multaqa/shared/cluster/analysis/traits';
import { sharedIn } from '@multaqa/shared/cluster/analysis/why';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useMemo } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Listed } from '../../../design/Listed.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { Meter } from '../../../design/Meter.tsx';
import { distinct } from '../distinct.ts';
import { useText } from '../texts.ts';
import { closenessWord } from '../why/closeness.ts';
import { useTraitWords } from '../why/trait-words.ts';
import type { Workshop } from '../workshop.ts';
import styles from './ColumnHead.module.css';
import type { Column } from './columns.ts';

/** What can be done with a cluster; null for who may look only. */
type Shaping = { onName(cluster: string): void; onDissolve(cluster: string): void };

type Props = { column: Column; workshop: Workshop; breaks: readonly string[]; shaping: Shaping | null };

/** Below the name of a cluster: what its members share, how well they belong together, and what is broken here. */
export function ColumnHead({ column, workshop, breaks, shaping }: Props) {
  const text = useText();
  const { analysis, asked, countryName, look } = workshop;
  const words = useTraitWords(asked, countryName);
  const shares = useMemo(
    () =>
      distinct(
        sharedIn(analysis.settled, column.id)
          .filter(({ trait }) => isPlain(trait))
          .map(({ trait }) => words(trait).name),
        3,
        column.name,
      ),
    [analysis.settled, column.id, column.name, words],
  );
  const closeness = analysis.quality.clusters.find(({ cluster }) => cluster === column.id)?.closeness ?? null;
  if (column.cluster === null) return null;
  return (
    <>
      {shares.length > 0 && (
        <p className={styles.shares}>
          <Listed items={shares} />
        </p>
      )}
      {closeness !== null && (
        <p className={styles.closeness}>
          <Meter value={closeness} tone={closenessWord(closeness) === 'chance' ? 'warning' : 'accent'} />
          <span>{text(`cluster.close.${closenessWord(closeness)}`)}</span>
        </p>
      )}
      {breaks.length > 0 && (
        <ul className={styles.breaks}>
          {breaks.map(sentence => (
            <li key={sentence}>
              <Icon of={IconAlertTriangle} size={16} />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.why}
          onClick={event => look({ kind: 'cluster', cluster: column.id }, event.detail === 0 ? 'open-by-key' : 'open')}
        >
          <Icon of={IconHelpCircle} size={18} />
          {text('cluster.why-cluster')}
        </button>
        {shaping && (
          <MenuOnDemand label={text('cluster.actions-of', { name: column.name })}>
            <Menu.Item leftSection={<Icon of={IconPencil} size={20} />} onClick={() => shaping.onName(column.id)}>
              {text('cluster.rename')}
            </Menu.Item>
            <Menu.Item leftSection={<Icon of={IconTrash} size={20} />} onClick={() => shaping.onDissolve(column.id)}>
              {text('cluster.dissolve')}
            </Menu.Item>
          </MenuOnDemand>
        )}
      </div>
    </>
  );
}

/** What says enough without its kind. */
const isPlain = ({ kind }: Trait): boolean => kind !== 'townSize' && kind !== 'choice';
