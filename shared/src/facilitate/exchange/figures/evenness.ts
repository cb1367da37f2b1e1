import { rounded } from './told.ts';

/** How evenly something is spread over people. Each is null where it says nothing: nobody spoke, or there is one person alone. */
export type Evenness = {
  gini: number | null;
  evenness: number | null;
  voices: number | null;
  concentration: number | null;
};

/**
 * How evenly `amounts` are spread; zero amounts count. Sums run over ascending amounts, so that it makes no difference who
 * had which.
 * - `gini`: 2 Σ k x₍ₖ₎ / (n Σ x) − (n + 1) / n, times n / (n − 1) so that one monologist gives 1 in any group
 *   (Gini 1912; correction: Deltas 2003, "The small-sample bias of the Gini coefficient", doi:10.1162/rest.2003.85.1.226).
 * - `evenness`: −Σ p ln p / ln n (Pielou 1966, doi:10.1016/0022-5193(66)90013-0).
 * - `voices`: exp(−Σ p ln p), the effective number of voices (Hill 1973, doi:10.2307/1934352).
 * - `concentration`: Σ p² (Herfindahl and Hirschman; Simpson 1949, doi:10.1038/163688a0).
 */
export function evennessOf(amounts: readonly number[]): Evenness {
  const sorted = [...amounts].sort((a, b) => a - b);
  const n = sorted.length;
  const sum = sorted.reduce((all, one) => all + one, 0);
  if (sum === 0) return { gini: null, evenness: null, voices: null, concentration: null };
  const ranked = sorted.reduce((all, one, at) => all + (at + 1) * one, 0);
  const entropy = -sorted.reduce((all, one) => (one > 0 ? all + (one / sum) * Math.log(one / sum) : all), 0);
  const gini = (2 * ranked) / (n * sum) - (n + 1) / n;
  return {
    gini: n > 1 ? rounded((gini * n) / (n - 1)) : null,
    evenness: n > 1 ? rounded(entropy / Math.log(n)) : null,
    voices: rounded(Math.exp(entropy)),
    concentration: rounded(sorted.reduce((all, one) => all + (one / sum) ** 2, 0)),
  };
}
