import type { State } from '@multaqa/shared/kernel/composition';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/context';
import { diff, type Json, type Patch } from '@multaqa/shared/kernel/patch';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { AnySlice } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Numbered, Packed, View } from '@multaqa/shared/protocol';
import { pack, type Sendable } from '../platform/packed.ts';
import type { Faults } from './faults.ts';

/** What one audience has been shown, and the patches that led there. */
export type AudienceStream = {
  key: string;
  audience: Audience;
  seq(): number;
  view(): View;
  /** The view for a new connection: packed once for many, with the patches since. */
  snapshot(): { seq: number; view: Packed<View>; patches: Packed<Numbered>[] };
  /** Brings the view up to a state; the patch is null when this audience sees no change. */
  advance(state: State, seq: number): Packed<Numbered> | null;
  /** The patches after a position; null when only a whole view will do. */
  after(seq: number): Packed<Numbered>[] | null;
  /** Forgets the patches so far: they hold what nobody may be told any more. */
  cut(): void;
};

/** A patch that was sent, and from which position it leads on. */
type Sent = Sendable<Numbered> & { from: number };

/** Begins with the view of a state. A slice that cannot show itself keeps what it showed, and the others go on. */
export function openStream(
  { rules, faults }: { rules: Rules; faults: Faults },
  audience: Audience,
  start: { state: State; seq: number },
): AudienceStream {
  const key = audienceKey(audience);
  let shown = start.state;
  let seq = start.seq;
  let ring: Sent[] = [];
  let view: View = Object.fromEntries(
    rules.slices.map(slice => [slice.name, viewOf(slice, start.state, () => emptyView(slice))]),
  );
  let packed: (Sendable<View> & { seq: number }) | null = null;

  function viewOf(slice: AnySlice, state: State, kept: () => unknown): unknown {
    try {
      const now = rules.viewOf(state, slice, audience);
      faults.mended(slice.name, 'view', key);
      return now;
    } catch (error) {
      faults.ofSlice({ slice: slice.name, member: 'view', error }, key);
      return kept();
    }
  }

  /** What a slice shows before anything has happened in it, in the form that screens expect. */
  function emptyView(slice: AnySlice): unknown {
    try {
      return slice.view(slice.initial, audience);
    } catch {
      // The fault of this slice is in the log already.
      return null;
    }
  }

  function sentAfter(position: number): Sent[] | null {
    if (position === seq) return [];
    const at = ring.findIndex(({ from }) => from === position);
    return at < 0 ? null : ring.slice(at);
  }

  return {
    key,
    audience,
    seq: () => seq,
    view: () => view,
    snapshot() {
      const since = packed && sentAfter(packed.seq);
      const isWorthKeeping = packed && since && sizeOf(since) * limits.packedViewShare <= packed.size;
      if (packed && isWorthKeeping) return { seq: packed.seq, view: packed.value, patches: since.map(wireOf) };
      packed = { ...pack(view), seq };
      return { seq, view: packed.value, patches: [] };
    },
    advance(state, newSeq) {
      if (shown === state) return null;
      const changes: { [slice: string]: Patch } = {};
      const next = { ...view };
      for (const slice of rules.slices) {
        if (shown[slice.name] === state[slice.name]) continue;
        next[slice.name] = viewOf(slice, state, () => view[slice.name]);
        const patch = diff(view[slice.name] as Json, next[slice.name] as Json);
        if (patch) changes[slice.name] = patch;
      }
      shown = state;
      view = next;
      if (Object.keys(changes).length === 0) return null;
      const sent = { ...pack<Numbered>({ from: seq, to: newSeq, patch: ['{', changes] }), from: seq };
      seq = newSeq;
      ring.push(sent);
      if (ring.length > limits.ring) ring.shift();
      return sent.value;
    },
    after: position => sentAfter(position)?.map(wireOf) ?? null,
    cut() {
      ring = [];
      packed = null;
    },
  };
}

const wireOf = ({ value }: Sent): Packed<Numbered> => value;
const sizeOf = (all: readonly Sent[]): number => all.reduce((sum, { size }) => sum + size, 0);
