import { type EvaluatedPaper, type PaperInfo, paperInfo } from '@multaqa/shared/facilitate/polls/paper';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A paper that a device is preparing: `blinded` goes to the server, the rest stays. */
export type Preparing = { input: string; blind: string; blinded: string };

const suiteFor = (info: string) => ristretto255_oprf.poprf(new TextEncoder().encode(info));

/** Blinds a number of chance (Blind of RFC 9497, 3.3.3), which is the same whatever will be written on the paper. */
export function blindPaper(key: string): Preparing {
  const input = crypto.getRandomValues(new Uint8Array(32));
  const { blind, blinded } = suiteFor('').blind(input, fromHex(key));
  return { input: toHex(input), blind: toHex(blind), blinded: toHex(blinded) };
}

/** What the server's answer makes of it: the paper. Throws when the answer was not made by the key of everybody. */
export function finishPaper(
  info: PaperInfo,
  key: string,
  { input, blind, blinded }: Preparing,
  { evaluated, proof }: EvaluatedPaper,
) {
  const suite = suiteFor(paperInfo(info));
  const { tweakedKey } = suite.blind(fromHex(input), fromHex(key));
  const output = suite.finalize(
    fromHex(input),
    fromHex(blind),
    fromHex(evaluated),
    fromHex(blinded),
    fromHex(proof),
    tweakedKey,
  );
  return { input, output: toHex(output) };
}
