import type { DialogueView, OwnView } from '@multaqa/shared/dialogue';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/context';
import { apply, type Json, type Patch } from '@multaqa/shared/kernel/patch';
import type { Handshake, Numbered, View, Welcome } from '@multaqa/shared/protocol';

/** All that this tab knows of a dialogue; `clockOffset` is the server's clock minus this device's, in ms. */
export type Scenery = {
  epoch: string;
  seq: number;
  me: string;
  audience: Audience;
  view: DialogueView;
  own: OwnView;
  clockOffset: number;
};

/** The scenery after a welcome; null when it builds on something that this tab does not have. */
export function welcomed(before: Scenery | null, welcome: Welcome, deviceNow: number): Scenery | null {
  const { epoch, me, audience, now } = welcome;
  const common = { epoch, me, audience, own: welcome.own as OwnView, clockOffset: now - deviceNow };
  switch (welcome.kind) {
    case 'snapshot':
      return all({ ...common, seq: welcome.seq, view: welcome.view as DialogueView }, welcome.patches);
    case 'tail':
      return before?.epoch === epoch ? all({ ...before, ...common }, welcome.patches) : null;
    case 'moved': {
      const { from, seq, patch } = welcome;
      const isFromHere = before?.epoch === epoch && audienceKey(before.audience) === from.audience;
      return isFromHere && before.seq === from.seq ? { ...common, seq, view: changed(before.view, patch) } : null;
    }
  }
}

const all = (start: Scenery, patches: readonly Numbered[]): Scenery | null =>
  patches.reduce<Scenery | null>((scenery, patch) => scenery && patched(scenery, patch), start);

// Rules and screens are of one release: what the patches make of a view is a view.
const changed = (view: DialogueView, patch: Patch): DialogueView =>
  apply(view as unknown as Json, patch) as unknown as DialogueView;

/** The scenery after one more patch; null when a patch before it is missing. A repeated patch changes nothing. */
export function patched(before: Scenery, { from, to, patch }: Numbered): Scenery | null {
  if (to <= before.seq) return before;
  if (from !== before.seq) return null;
  return { ...before, seq: to, view: changed(before.view, patch) };
}

/** The scenery with what has changed of one's own. */
export const withOwn = (before: Scenery, own: View): Scenery => ({
  ...before,
  own: { ...before.own, ...(own as Partial<OwnView>) },
});

/** What to tell the server so that it continues from here. */
export const knownOf = ({ epoch, audience, seq }: Scenery): NonNullable<Handshake['known']> => ({
  epoch,
  audience: audienceKey(audience),
  seq,
});
