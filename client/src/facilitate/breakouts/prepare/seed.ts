/** A new seed for chance: an integer of 32 bits. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
