/** One thing that was asked for, or the most that the product keeps. */
export type Demand =
  | { rule: 'count'; count: number }
  | { rule: 'limit'; clusters: number }
  | { rule: 'min'; min: number }
  | { rule: 'max'; max: number }
  | { rule: 'language' }
  | { rule: 'municipality'; most: number }
  | { rule: 'together' | 'apart'; people: readonly string[] };

/** Why there are so many clusters. `silhouette`: -1 to 1, how well people sit in them. */
export type CountReason =
  | { kind: 'asked' | 'only' | 'alike' }
  | { kind: 'people'; asked: number }
  | { kind: 'structure'; silhouette: number; structure: 'strong' | 'reasonable' | 'weak' | 'none' };

/** A proposal as the server answers it, besides the clusters themselves, which arrive as every other change does. */
export type Proposed = {
  status: 'proposed';
  count: number;
  why: CountReason;
  scores: readonly { count: number; silhouette: number }[];
};

/** What the server answers to the question for clusters. `isProven`: it is certain that the demands contradict each other. */
export type Answer =
  | Proposed
  | { status: 'impossible'; demands: readonly Demand[]; isProven: boolean }
  | { status: 'nobody' };
