/** A question with how many people of each group support it; `seq` is its place in the order of asking. */
export type Backed = { question: string; seq: number; support: { readonly [group: string]: number } };

/** How many people each group's voice is shared by. */
export type Sizes = { readonly [group: string]: number };

/**
 * Why a question comes at its place: no question after it has more support (`most`), or others have more and it is the
 * `turn` of a group that has had little so far. `backers` of that group support it.
 */
export type Why = { why: 'most' } | { why: 'turn'; group: string; backers: number };
export type FairPlace = { question: string } & Why;

/**
 * The first places of an order in which every group has one voice, however many people are in it: sequential proportional
 * approval (Thiele 1895). At each place comes the question with the highest sum, over all groups, of the share of the group
 * that supports it, divided by one more than what the group has got from the places before. Of equal ones the one with more
 * supporters comes first, then the one that was asked first. A question that nobody supports has no place.
 *
 * With up to five groups, one whose people all support a question has got something within as many places as there are
 * groups: justified representation (Aziz et al. 2017), which the sequential rule keeps that far (Sánchez-Fernández et al. 2017).
 */
export function fairOrder(questions: readonly Backed[], sizes: Sizes, places: number): FairPlace[] {
  const left = questions.map(withShares(sizes)).filter(({ supporters }) => supporters > 0);
  const got: Record<string, number> = {};
  const order: FairPlace[] = [];
  while (order.length < places) {
    const next = highest(left, got);
    if (!next) break;
    left.splice(left.indexOf(next), 1);
    order.push({ question: next.question, ...reason(next, left, got) });
    for (const [group, share] of next.shares) got[group] = (got[group] ?? 0) + share;
  }
  return order;
}

type Voiced = Backed & { shares: readonly (readonly [group: string, share: number])[]; supporters: number };

const withShares =
  (sizes: Sizes) =>
  (one: Backed): Voiced => {
    const backed = Object.entries(one.support).filter(([, count]) => count > 0);
    const shares = backed.map(([group, count]) => [group, count / Math.max(count, sizes[group] ?? 0)] as const);
    return { ...one, shares, supporters: backed.reduce((sum, [, count]) => sum + count, 0) };
  };

/** What each group adds to the score of a question; the largest first, so that the sum does not depend on names. */
const parts = ({ shares }: Voiced, got: Sizes): { group: string; part: number }[] =>
  shares.map(([group, share]) => ({ group, part: share / (1 + (got[group] ?? 0)) })).sort((a, b) => b.part - a.part);

function highest(left: readonly Voiced[], got: Sizes): Voiced | undefined {
  let best: { one: Voiced; score: number } | undefined;
  for (const one of left) {
    const score = parts(one, got).reduce((sum, { part }) => sum + part, 0);
    if (!best || comesBefore({ one, score }, best)) best = { one, score };
  }
  return best?.one;
}

type Scored = { one: Voiced; score: number };

const comesBefore = (a: Scored, b: Scored): boolean =>
  (a.score - b.score || a.one.supporters - b.one.supporters || b.one.seq - a.one.seq) > 0;

function reason({ supporters, support, ...one }: Voiced, after: readonly Voiced[], got: Sizes): Why {
  if (after.every(other => other.supporters <= supporters)) return { why: 'most' };
  const [first] = parts({ supporters, support, ...one }, got);
  const group = first?.group ?? '';
  return { why: 'turn', group, backers: support[group] ?? 0 };
}
