/** Chance that is the same for the same seed, from 0 to below 1 (linear congruential; Numerical Recipes, 7.1). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
