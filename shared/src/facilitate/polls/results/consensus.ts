import type { OptionId } from '../kinds/kind.ts';
import { kindOf } from '../kinds/kinds.ts';
import { optionsOf, type Sheet } from '../sheet.ts';
import type { Cell } from './splits.ts';

/** How an option stands with each group, and with all of them. */
export type Consent = {
  option: OptionId;
  /** Shares of 0 to 1, in the order of the groups; null where nobody of a group says anything of it. */
  shares: readonly { group: string; share: number | null }[];
  /** Group-informed consensus, 0 to 1: high only where every group agrees. */
  consent: number;
  /** The largest difference between the shares of two groups, 0 to 1. */
  divisiveness: number;
  /** True where more than half of each group agree. */
  isCommon: boolean;
};

/**
 * What every group can accept comes first. Group-informed consensus is the product over groups of (1 + A) / (2 + n), A those who
 * agree and n those who say something of the option: the likely share of agreement in each group, with a pseudo-count
 * that keeps small groups from deciding (Small, Bjorkegren, Erkkilä, Shaw, Megill 2021, "Polis: Scaling deliberation by mapping high dimensional
 * opinion spaces"). Null for kinds that ask for no consent, and where there are not two groups.
 */
export function consensusOf(sheet: Pick<Sheet, 'options' | 'design'>, cells: readonly Cell[]): Consent[] | null {
  const { agreement } = kindOf(sheet.design);
  if (!agreement || cells.length < 2) return null;
  const options = optionsOf(sheet);
  const groups = cells.map(({ group, tally }) => ({
    group,
    said: agreement(sheet.design, options, tally.sums, tally.voters),
  }));
  return options
    .map(option => {
      const said = groups.map(({ group, said }) => ({ group, ...(said[option] ?? { agrees: 0, votes: 0 }) }));
      const shares = said.map(({ group, agrees, votes }) => ({ group, share: votes > 0 ? agrees / votes : null }));
      const known = shares.flatMap(({ share }) => (share === null ? [] : [share]));
      return {
        option,
        shares,
        consent: said.reduce((product, { agrees, votes }) => (product * (1 + agrees)) / (2 + votes), 1),
        divisiveness: known.length > 0 ? Math.max(...known) - Math.min(...known) : 0,
        isCommon: known.length === cells.length && known.every(share => share > 1 / 2),
      };
    })
    .sort((a, b) => b.consent - a.consent || options.indexOf(a.option) - options.indexOf(b.option));
}
