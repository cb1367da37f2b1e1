/** How much something counts, in words; each stands for two neighbouring weights, but for nothing at all. */
export const amounts = ['none', 'little', 'some', 'fair', 'much', 'most'] as const;

/** The word for a weight from 0 to 10. */
export const amountOf = (weight: number): (typeof amounts)[number] => amounts[Math.ceil(weight / 2)] ?? 'most';
