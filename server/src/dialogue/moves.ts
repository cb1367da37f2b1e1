import { diff, type Json, type Patch } from '@multaqa/shared/kernel/patch';
import type { Packed } from '@multaqa/shared/protocol';
import { pack } from '../platform/packed.ts';
import type { AudienceStream } from './audience-stream.ts';

/** What an audience had been shown at a position, and the change from there to what another is shown. */
export type Shown = { audience: string; seq: number; patchTo(stream: AudienceStream): Packed<Patch> };

/**
 * Remembers what audiences had been shown before a tick, for those who leave them in it. The patch from one audience to
 * another is made once, however many go that way.
 */
export function openMoves(): (stream: AudienceStream) => Shown {
  const known = new Map<string, Shown>();
  return stream => {
    const shown = known.get(stream.key) ?? shownBy(stream);
    known.set(stream.key, shown);
    return shown;
  };
}

function shownBy(stream: AudienceStream): Shown {
  const before = stream.view();
  const patches = new Map<string, Packed<Patch>>();
  return {
    audience: stream.key,
    seq: stream.seq(),
    patchTo(other) {
      const known = patches.get(other.key) ?? pack(diff(before as Json, other.view() as Json) ?? unchanged).value;
      patches.set(other.key, known);
      return known;
    },
  };
}

const unchanged: Patch = ['{', {}];
