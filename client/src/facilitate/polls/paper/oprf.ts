import { type EvaluatedPaper, type PaperInfo, paperInfo } from '@multaqa/shared/facilitate/polls/paper';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

/** A paper's number, by what it is blinded, and what the server is shown; all as hex. */
export type Blinded = { input: string; blind: string; blinded: string };

/** Makes a number of chance and blinds it (Blind of RFC 9497, 3.3.3). `random` is there for the RFC's own examples. */
export function blindPaper(
  key: string,
  input: Uint8Array = crypto.getRandomValues(new Uint8Array(32)),
  random?: (length?: number) => Uint8Array<ArrayBuffer>,
): Blinded {
  const made = suiteFor('').blind(input, fromHex(key), random);
  return { input: toHex(input), blind: toHex(made.blind), blinded: toHex(made.blinded) };
}

/**
 * The paper that the server's answer makes (Finalize of RFC 9497, 3.3.3); null when the answer does not prove that it was made
 * by the key of everybody: a paper made by a key of one's own could be recognised.
 */
export function finishPaper(info: PaperInfo, key: string, paper: Blinded, answer: EvaluatedPaper): string | null {
  return finish(paperInfo(info), key, paper, answer);
}

/** The same for what is written on a paper as a text. */
export function finish(info: string, key: string, paper: Blinded, { evaluated, proof }: EvaluatedPaper): string | null {
  const suite = suiteFor(info);
  const [input, blind, blinded] = [fromHex(paper.input), fromHex(paper.blind), fromHex(paper.blinded)];
  try {
    // What is written on the paper changes the key alone, which the library tells when it blinds.
    const { tweakedKey } = suite.blind(input, fromHex(key));
    return toHex(suite.finalize(input, blind, fromHex(evaluated), blinded, fromHex(proof), tweakedKey));
  } catch {
    // The proof does not hold, or the key or the answer is no element of the group.
    return null;
  }
}

const suiteFor = (info: string) => ristretto255_oprf.poprf(new TextEncoder().encode(info));

const toHex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16));
