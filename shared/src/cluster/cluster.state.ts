import type { PersonId } from '../kernel/ids.ts';
import type { Names } from '../names.ts';
import type { Settings } from './analysis/profile.ts';
import type { ClusterId, LateRule, origins } from './cluster.messages.ts';

/** `mark` numbers the colour and shape (design/cluster-marks); a cluster keeps its own for as long as it exists. */
export type Cluster = { cluster: ClusterId; names: Names; mark: number };

/** Who is in which cluster. People who are in none, and those who were removed from the dialogue, are not told apart here. */
export type Groups = {
  clusters: readonly Cluster[];
  of: Readonly<Record<PersonId, ClusterId>>;
};

/** What takes one change back: where these people were (null: in no cluster), and the clusters as they were. */
export type Step = { of: Readonly<Record<PersonId, ClusterId | null>>; clusters: readonly Cluster[] | null };

/** One way of grouping people: proposed or begun by hand, then changed by hand, kept and compared. */
export type Arrangement = Groups & {
  arrangement: string;
  title: string;
  origin: (typeof origins)[number];
  /** What was asked for; the rules in it are those that moves are checked against. */
  settings: Settings;
  madeAt: number;
  status: 'kept' | 'discarded';
  past: readonly Step[];
  future: readonly Step[];
};

/** What everybody sees. */
export type Published = Groups & { arrangement: string; publishedAt: number };

export type Clusters = {
  /** What was asked for last. */
  settings: Settings;
  arrangements: Readonly<Record<string, Arrangement>>;
  published: Published | null;
  isLocked: boolean;
  lateRule: LateRule;
};

/** The arrangements that are not discarded. */
export const keptOf = ({ arrangements }: Clusters): Arrangement[] =>
  Object.values(arrangements).filter(({ status }) => status === 'kept');

/** True when these groups have this cluster. */
export const hasCluster = ({ clusters }: Groups, id: ClusterId): boolean =>
  clusters.some(({ cluster }) => cluster === id);

/** An id that no cluster of these groups has, nor ever had while higher ones exist. */
export function freeClusterId(groups: readonly Groups[]): ClusterId {
  const numbers = groups.flatMap(({ clusters }) => clusters.map(({ cluster }) => Number(cluster.slice(1))));
  return `c${Math.max(0, ...numbers) + 1}`;
}

/** The people of each cluster, where they stand in one list, cluster after cluster. */
export function sliced({
  clusters,
  people,
}: {
  clusters: readonly { size: number }[];
  people: readonly PersonId[];
}): PersonId[][] {
  let from = 0;
  return clusters.map(({ size }) => {
    from += size;
    return people.slice(from - size, from);
  });
}
