export const closenessWords = ['chance', 'some', 'clear', 'very'] as const;

/** How much nearer than by chance people are, in a word, from a score of 0 (chance) to 1 (everybody among those nearest to them). */
export const closenessWord = (score: number): (typeof closenessWords)[number] =>
  score < 0.08 ? 'chance' : score < 0.25 ? 'some' : score < 0.5 ? 'clear' : 'very';
