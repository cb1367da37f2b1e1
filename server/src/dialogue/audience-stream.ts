import { diff, type Json, type Patch } from '@multaqa/shared/kernel/patch';
import type { Rules, State } from '@multaqa/shared/kernel/rules';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/scene';
import type { AnySlice } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Numbered, View } from '@multaqa/shared/protocol';
import type { Faults } from './faults.ts';

/** What one audience has been shown, and the patches that led there. */
export type AudienceStream = {
  key: string;
  seq(): number;
  view(): View;
  /** Brings the view up to a state; the patch is null when this audience sees no change. */
  advance(state: State, seq: number): Numbered | null;
  /** The patches after a position; null when only a whole view will do. */
  after(seq: number): Numbered[] | null;
  /** Forgets the patches so far: they hold what nobody may be told any more. */
  cut(): void;
};

/** Begins with the view of a state. A slice that cannot show itself keeps what it showed, and the others go on. */
export function openStream(
  { rules, faults }: { rules: Rules; faults: Faults },
  audience: Audience,
  start: { state: State; seq: number },
): AudienceStream {
  const key = audienceKey(audience);
  let shown = start.state;
  let seq = start.seq;
  let ring: Numbered[] = [];
  let view: View = Object.fromEntries(
    rules.slices.map(slice => [slice.name, viewOf(slice, start.state, () => emptyView(slice))]),
  );

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

  return {
    key,
    seq: () => seq,
    view: () => view,
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
      const numbered: Numbered = { from: seq, to: newSeq, patch: ['{', changes] };
      seq = newSeq;
      ring.push(numbered);
      if (ring.length > limits.ring) ring.shift();
      return numbered;
    },
    after(position) {
      if (position === seq) return [];
      const at = ring.findIndex(({ from }) => from === position);
      return at < 0 ? null : ring.slice(at);
    },
    cut() {
      ring = [];
    },
  };
}
