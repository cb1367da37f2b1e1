import { createHash, timingSafeEqual } from 'node:crypto';
import type { EvaluatedPaper } from '@multaqa/shared/facilitate/polls/paper';
import type { OPRF } from '@noble/curves/abstract/oprf.js';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

/** The pair of keys that ballot papers are made by, as hex; the public one is the same for everybody. */
export type PaperKeys = { secret: string; public: string };

/** The keys that follow from 32 bytes of this installation's secret (DeriveKeyPair of RFC 9497, 3.2.1). */
export function paperKeys(seed: Uint8Array): PaperKeys {
  const { secretKey, publicKey } = suiteFor('').deriveKeyPair(seed, bytesOf('multaqa ballots'));
  return { secret: toHex(secretKey), public: toHex(publicKey) };
}

/** Evaluates what somebody has blinded (BlindEvaluate of RFC 9497, 3.3.3), without learning what it is; null for what is no element of the group. */
export function evaluatePaper(secret: string, info: string, blinded: string): EvaluatedPaper | null {
  try {
    const made = suiteFor(info).blindEvaluate(fromHex(secret), fromHex(blinded));
    return { evaluated: toHex(made.evaluated), proof: toHex(made.proof) };
  } catch {
    // The library throws for whatever cannot be read as an element, and for the identity.
    return null;
  }
}

/** True when this output is what the key makes of this input (Evaluate of RFC 9497, 3.3.3): only who was given a paper knows it. */
export function isPaper(secret: string, info: string, paper: { input: string; output: string }): boolean {
  const made = suiteFor(info).evaluate(fromHex(secret), fromHex(paper.input));
  const given = fromHex(paper.output);
  return made.length === given.length && timingSafeEqual(made, given);
}

/** Under what a ballot is kept: it tells nothing of the paper, so that nobody who reads the ballots can cast one again. */
export const numberOf = (input: string): string => createHash('sha256').update(fromHex(input)).digest('hex');

type Suite = ReturnType<OPRF['poprf']>;
const suites = new Map<string, Suite>();
// One for each group of the polls that are going on; a suite takes half a millisecond to make.
const suitesKept = 500;

function suiteFor(info: string): Suite {
  const suite: Suite = suites.get(info) ?? ristretto255_oprf.poprf(bytesOf(info));
  if (suites.size >= suitesKept) suites.clear();
  suites.set(info, suite);
  return suite;
}

// The library wants arrays of its own, not views of a larger buffer.
const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
