import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Packed } from '@multaqa/shared/protocol';

/** A value ready for the wire, and how many characters it takes there. */
export type Sendable<Value extends object> = { value: Packed<Value>; size: number };

// Below this many characters a frame costs what it weighs anyway; above it, names and ids in JSON shrink to a third.
const worthwhile = 1_000;

/** Packs a value where that saves a quarter or more; it is encoded once, however many receive it. */
export function pack<Value extends object>(value: Value): Sendable<Value> {
  const json = JSON.stringify(value);
  if (json.length < worthwhile) return { value, size: json.length };
  const packed = deflateRawSync(json).toString('base64');
  return packed.length < json.length * 0.75 ? { value: packed, size: packed.length } : { value, size: json.length };
}

/** The text that was packed. */
export const inflate = (base64: string): string => inflateRawSync(Buffer.from(base64, 'base64')).toString();
