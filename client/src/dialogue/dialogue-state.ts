import type { DialogueView, OwnView } from '@multaqa/shared/dialogue';
import { apply, type Json } from '@multaqa/shared/kernel/patch';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/scene';
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
  if (welcome.kind === 'snapshot') return { ...common, seq: welcome.seq, view: welcome.view as DialogueView };
  if (before?.epoch !== epoch) return null;
  return welcome.patches.reduce<Scenery | null>((scenery, patch) => scenery && patched(scenery, patch), {
    ...before,
    ...common,
  });
}

/** The scenery after one more patch; null when a patch before it is missing. A repeated patch changes nothing. */
export function patched(before: Scenery, { from, to, patch }: Numbered): Scenery | null {
  if (to <= before.seq) return before;
  if (from !== before.seq) return null;
  return { ...before, seq: to, view: apply(before.view as unknown as Json, patch) as unknown as DialogueView };
}

export const withOwn = (before: Scenery, own: View): Scenery => ({ ...before, own: own as OwnView });

/** What to tell the server so that it continues from here. */
export const knownOf = ({ epoch, audience, seq }: Scenery): NonNullable<Handshake['known']> => ({
  epoch,
  audience: audienceKey(audience),
  seq,
});
