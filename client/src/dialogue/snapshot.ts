import type { DialogueView, OwnView } from '@multaqa/shared/dialogue';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/context';
import { apply, type Json, type Patch } from '@multaqa/shared/kernel/patch';
import type { Handshake, Numbered, View, Welcome } from '@multaqa/shared/protocol';

/** All that this tab knows of a dialogue; `clockOffset` is the server's clock minus this device's, in ms. */
export type DialogueSnapshot = {
  epoch: string;
  seq: number;
  me: string;
  audience: Audience;
  view: DialogueView;
  own: OwnView;
  clockOffset: number;
};

/** The snapshot after a welcome; null when it builds on something that this tab does not have. */
export function welcomed(
  before: DialogueSnapshot | null,
  welcome: Welcome,
  deviceNow: number,
): DialogueSnapshot | null {
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

const all = (start: DialogueSnapshot, patches: readonly Numbered[]): DialogueSnapshot | null =>
  patches.reduce<DialogueSnapshot | null>((snapshot, patch) => snapshot && patched(snapshot, patch), start);

// Rules and screens are of one release: what the patches make of a view is a view.
const changed = (view: DialogueView, patch: Patch): DialogueView =>
  apply(view as unknown as Json, patch) as unknown as DialogueView;

/** The snapshot after one more patch; null when a patch before it is missing. A repeated patch changes nothing. */
export function patched(before: DialogueSnapshot, { from, to, patch }: Numbered): DialogueSnapshot | null {
  if (to <= before.seq) return before;
  if (from !== before.seq) return null;
  return { ...before, seq: to, view: changed(before.view, patch) };
}

/** The snapshot with the changed parts of what only this person sees. */
export const withOwn = (before: DialogueSnapshot, own: View): DialogueSnapshot => ({
  ...before,
  own: { ...before.own, ...(own as Partial<OwnView>) },
});

/** What to tell the server so that it continues from this snapshot. */
export const knownOf = ({ epoch, audience, seq }: DialogueSnapshot): NonNullable<Handshake['known']> => ({
  epoch,
  audience: audienceKey(audience),
  seq,
});
