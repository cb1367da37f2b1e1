import { frameUnder } from '@multaqa/shared/facilitate/board/scene/company';
import { onTop } from '@multaqa/shared/facilitate/board/scene/order';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingData, ThingId, ThingKind } from '@multaqa/shared/facilitate/board/scene/thing';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new random id for a thing. */
export const newThingId = (): ThingId =>
  [...crypto.getRandomValues(new Uint8Array(10))].map(byte => letters[byte % letters.length]).join('');

type Common = 'z' | 'group' | 'frame' | 'fixed' | 'into' | 'tags' | 'outcome';
type OfKindData<Kind extends ThingKind> = Extract<ThingData, { kind: Kind }>;
/** What has to be said of a new thing; the rest follows from the board. */
export type NewThing = { [Kind in ThingKind]: Omit<OfKindData<Kind>, Common> }[ThingKind];

/** A new thing on top of what is there, in the frame in which its middle lies. */
export function newThing(scene: Scene, said: NewThing): ThingData {
  const data = {
    ...{ group: null, frame: null, fixed: false, into: null, tags: [], outcome: null },
    ...said,
    z: onTop(scene),
  } as ThingData;
  if (data.kind === 'frame' || data.kind === 'arrow') return data;
  return { ...data, frame: frameUnder(scene, thingBounds(scene, asThing(data))) };
}

/** A thing that is not on the board yet, as it would be drawn. */
export const asThing = (data: ThingData, id: ThingId = 'draft00000'): Thing => ({ ...data, id, client: 0, by: null });
