import type { Thing, ThingId } from '../scene/thing.ts';

/** A board for weak lines: what each thing says about how it looks, as a text by its id. */
export type Picture = ReadonlyMap<ThingId, string>;

/** What has changed from one picture to the next. `whole`: everything that is not said is gone. */
export type PictureChange = { whole: boolean; things: readonly string[]; gone: readonly ThingId[] };

/** Properties as they mostly are: they are not said. */
const usual: Readonly<Record<string, unknown>> = {
  ...{ group: null, frame: null, into: null, outcome: null, says: null, by: null, fixed: false, text: '', client: 0 },
  ...{ alt: '', pen: 'pen', thickness: 'm', fill: 'filled', heads: 'end', size: 'm', from: null, to: null },
};

/** The picture of things. Who wrote what, groups and what is fixed are no part of it. */
export const pictureOf = (things: Iterable<Thing>): Picture =>
  new Map(Array.from(things, thing => [thing.id, said(thing)] as const));

function said({ client: _, by: __, group: ___, fixed: ____, outcome: _____, ...thing }: Thing): string {
  const told = Object.entries(thing).filter(
    ([key, value]) => usual[key] !== value && !(key === 'tags' && Array.isArray(value) && value.length === 0),
  );
  return JSON.stringify(Object.fromEntries(told.map(([key, value]) => [key, rounded(value)])));
}

/** Places to whole units: a picture is looked at and not worked on. */
const rounded = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(one => (typeof one === 'number' ? Math.round(one) : one)) : value;

/** A thing of a picture with everything that was not said. */
export const thingIn = (text: string): Thing => ({ ...usual, tags: [], ...JSON.parse(text) }) as Thing;

/** What somebody who has `before` needs to see `after`; all of it for somebody who has none. */
export function diffPicture(before: Picture | null, after: Picture): PictureChange {
  if (!before) return { whole: true, things: [...after.values()], gone: [] };
  return {
    whole: false,
    things: [...after].flatMap(([id, text]) => (before.get(id) === text ? [] : [text])),
    gone: [...before.keys()].filter(id => !after.has(id)),
  };
}

/** The picture after a change. */
export function patched(before: Picture, { whole, things, gone }: PictureChange): Picture {
  const after = new Map(whole ? [] : before);
  for (const id of gone) after.delete(id);
  for (const text of things) after.set(thingIn(text).id, text);
  return after;
}
