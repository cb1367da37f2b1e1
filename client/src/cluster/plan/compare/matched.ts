import type { Groups } from '@multaqa/shared/cluster/cluster.state';

/** A cluster of one arrangement beside the one of the other that has most of its people; null where nothing answers to it. */
export type Match = {
  one: string | null;
  other: string | null;
  both: readonly string[];
  onlyOne: readonly string[];
  onlyOther: readonly string[];
};

/** The clusters of two arrangements side by side: those with most people in common first, each in one pair. */
export function matched(one: Groups, other: Groups, people: readonly string[]): Match[] {
  const inside = (groups: Groups, cluster: string | null) => people.filter(person => groups.of[person] === cluster);
  const pairs = one.clusters
    .flatMap(({ cluster: left }) =>
      other.clusters.map(({ cluster: right }) => ({
        left,
        right,
        common: inside(one, left).filter(person => other.of[person] === right).length,
      })),
    )
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common);
  const partner = new Map<string, string>();
  for (const { left, right } of pairs)
    if (!partner.has(left) && ![...partner.values()].includes(right)) partner.set(left, right);
  const match = (left: string | null, right: string | null): Match => {
    const [here, there] = [left === null ? [] : inside(one, left), right === null ? [] : inside(other, right)];
    return {
      one: left,
      other: right,
      both: here.filter(person => there.includes(person)),
      onlyOne: here.filter(person => !there.includes(person)),
      onlyOther: there.filter(person => !here.includes(person)),
    };
  };
  const taken = new Set(partner.values());
  return [
    ...one.clusters.map(({ cluster }) => match(cluster, partner.get(cluster) ?? null)),
    ...other.clusters.filter(({ cluster }) => !taken.has(cluster)).map(({ cluster }) => match(null, cluster)),
  ];
}
