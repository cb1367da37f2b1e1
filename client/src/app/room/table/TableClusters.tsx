import { useMemo } from 'react';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import type { Box } from '../layouts/grid.ts';
import type { Table } from './arrange.ts';
import { labelsFor, markSize } from './cluster-labels.ts';
import styles from './TableClusters.module.css';
import { usePen } from './use-pen.ts';

/** The clusters of those who sit here, by mark and name, on the table before their seats. Each seat says its cluster to screen readers. */
export function TableClusters({ table: { plan, seats }, box }: { table: Table; box: Box }) {
  const published = useView(view => view.cluster.published);
  const nameOf = useClusterName();
  const pen = usePen();
  const labels = useMemo(() => {
    const clusters = (published?.clusters ?? []).flatMap(one => {
      const those = seats.filter(({ seated }) => published?.of[seated.sitter.key] === one.cluster);
      return those.length > 0 ? [{ ...one, name: nameOf(one), seats: those }] : [];
    });
    const known = new Map(clusters.map(one => [one.cluster, one]));
    return labelsFor(plan, box, clusters, pen.widthOf).flatMap(label => {
      const cluster = known.get(label.cluster);
      return cluster ? [{ ...label, mark: cluster.mark, name: cluster.name }] : [];
    });
  }, [published, seats, plan, box, nameOf, pen]);
  return labels.map(({ cluster, form, at, box: size, mark, name }) => (
    <span
      key={cluster}
      className={styles.label}
      data-form={form}
      title={name}
      aria-hidden="true"
      style={{
        insetInlineStart: box.width / 2 + at.inline - size.width / 2,
        insetBlockStart: box.height / 2 + at.block - size.height / 2,
        inlineSize: size.width,
        blockSize: size.height,
      }}
    >
      <ClusterMark mark={mark} size={form === 'name' ? 14 : markSize} />
      {form === 'name' && <bdi className={styles.name}>{name}</bdi>}
    </span>
  ));
}
