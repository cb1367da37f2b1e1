import fc from 'fast-check';
import { boxOf, lineOf, type Point } from './geometry.ts';
import { packInk } from './ink.ts';
import type { Scene } from './scene.ts';
import { type Box, colours, shapes, type Thing, type ThingId } from './thing.ts';

/** The id of the n-th thing of a test. */
export const idAt = (at: number): ThingId => String(at).padStart(10, '0');

const common = { group: null, frame: null, into: null, outcome: null, fixed: false, tags: [], client: 1_000, by: null };
const words = { text: '', says: null };

/** A note; what a test is about is given. */
export const noteAt = (at: Box, more: object = {}): Thing =>
  ({ ...common, ...words, kind: 'note', id: idAt(0), z: 1, colour: 'yellow', at, ...more }) as Thing;

/** A scene of things, each with the id of its place in the list where it has none of its own. */
export const sceneOf = (...things: readonly Thing[]): Map<ThingId, Thing> =>
  new Map(things.map((thing, at) => [idAt(at), { ...thing, id: idAt(at) }]));

const coordinate = fc.double({ min: -2_000, max: 2_000, noNaN: true });
export const point: fc.Arbitrary<Point> = fc.tuple(coordinate, coordinate);
const extent = fc.double({ min: 1, max: 900, noNaN: true });
const degrees = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 359 }));

/** A box anywhere near the middle of a board, turned or not. */
export const anyBox: fc.Arbitrary<Box> = fc
  .tuple(coordinate, coordinate, extent, extent, degrees)
  .map(([left, top, width, height, turned]) => boxOf(left, top, width, height, turned));

const id = fc.nat({ max: 11 }).map(idAt);
const maybeId = fc.option(id, { nil: null });
const shared = {
  z: fc.integer({ min: -5, max: 5 }),
  group: fc.option(fc.constantFrom('groupaaaaa', 'groupbbbbb'), { nil: null }),
  frame: maybeId,
  fixed: fc.boolean(),
  into: fc.constant(null),
  tags: fc.constant<string[]>([]),
  outcome: fc.constant(null),
  client: fc.constant(1_000),
  by: fc.constant(null),
  id: fc.constant(''),
};
const boxed = { ...shared, at: anyBox, colour: fc.constantFrom(...colours) };
const written = { text: fc.string({ maxLength: 40 }), says: fc.constant(null) };
const kind = <Kind extends string>(name: Kind) => fc.constant(name);

const ink = fc
  .array(fc.tuple(coordinate, coordinate, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 20 })
  .map(points => packInk(points)?.ink ?? '');

/** Any thing; its id comes with its place in a scene. */
const anyThing = fc.oneof(
  fc.record({ kind: kind('note'), ...boxed, ...written }),
  fc.record({ kind: kind('text'), ...boxed, ...written, size: fc.constantFrom('s', 'm', 'l', 'xl') }),
  fc.record({
    ...{ kind: kind('shape'), ...boxed, ...written },
    ...{ shape: fc.constantFrom(...shapes), fill: fc.constantFrom('filled', 'outline') },
  }),
  fc.record({ kind: kind('frame'), ...boxed, ...written }),
  fc.record({ kind: kind('stroke'), ...boxed, ink, pen: kind('pen'), thickness: fc.constantFrom('s', 'm', 'l') }),
  fc.record({
    ...{ kind: kind('arrow'), ...shared, ...written, colour: fc.constantFrom(...colours) },
    ...{ line: fc.tuple(point, point).map(([from, to]) => lineOf(from, to)), from: maybeId, to: maybeId },
    heads: fc.constantFrom('end', 'both', 'none'),
  }),
  fc.record({ kind: kind('image'), ...boxed, file: kind('file'), alt: fc.string() }),
  fc.record({ kind: kind('stamp'), ...boxed, emoji: kind('👍') }),
) as fc.Arbitrary<Thing>;

/** A scene of at most twelve things; arrows are attached to some of them, frames hold some, groups some. */
export const anyScene: fc.Arbitrary<Scene> = fc.array(anyThing, { maxLength: 12 }).map(things => sceneOf(...things));

/** Some ids of a scene, and some of nothing. */
export const someIds = fc.uniqueArray(id, { maxLength: 8 });
