import { z } from 'zod';
import { Id } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';

/** The id of a thing: short, since carets of boards name many things in a kilobyte. */
export const ThingId = z.string().regex(/^[a-z0-9]{10}$/);
export type ThingId = z.infer<typeof ThingId>;

/** Colours by name; what each looks like in light, in dark and on paper is known where things are drawn. */
export const colours = ['yellow', 'orange', 'pink', 'violet', 'blue', 'teal', 'green', 'grey', 'ink', 'white'] as const;
export type Colour = (typeof colours)[number];

export const shapes = ['rectangle', 'rounded', 'ellipse', 'diamond', 'triangle', 'hexagon', 'star'] as const;
export type ShapeName = (typeof shapes)[number];

const far = limits.boardReach;
const coordinate = z.number().min(-far).max(far);
const extent = z.number().positive().max(far);

/** Where a thing is: left, top, width and height before it is turned, in units of the board (pixels at zoom 1), and how far it is turned round its middle, clockwise in degrees. One value, so that whoever drops last has all of it. */
export const Box = z.tuple([coordinate, coordinate, extent, extent, z.number().min(0).lt(360)]);
export type Box = z.infer<typeof Box>;

/** From where to where an arrow goes, as long as its ends are attached to nothing: x and y of its beginning and of its end. */
export const Line = z.tuple([coordinate, coordinate, coordinate, coordinate]);
export type Line = z.infer<typeof Line>;

const tag = z.string().min(1).max(limits.boardTagLength);

const common = {
  /** What is higher lies above; of two on the same height the greater id. Frames lie below everything else. */
  z: z.number(),
  /** Things of one group are chosen together. */
  group: ThingId.nullable(),
  /** The frame that it lies in and moves with. A frame that is gone counts as none. */
  frame: ThingId.nullable(),
  /** Kept from being moved by mistake; anybody may take that off. What hosts lock is a fact of the rules and not written here. */
  fixed: z.boolean(),
  /** The note that it was merged into: it is then drawn as a part of that one. Who wrote it stays, and it can be taken out again. */
  into: ThingId.nullable(),
  tags: z.array(tag).max(limits.boardTags),
  /** The outcome that was made of it. */
  outcome: Id.nullable(),
};

/** Text is read from a shared text of its own. `says` is the key of a sentence of a template, shown in everybody's language while the text is empty. */
const written = {
  text: z.string().max(limits.boardTextLength),
  says: z.string().max(60).nullable(),
};

const boxed = { ...common, at: Box, colour: z.enum(colours) };

const Note = z.object({ kind: z.literal('note'), ...boxed, ...written });
const Text = z.object({ kind: z.literal('text'), ...boxed, ...written, size: z.enum(['s', 'm', 'l', 'xl']) });
const Shape = z.object({
  kind: z.literal('shape'),
  ...boxed,
  ...written,
  shape: z.enum(shapes),
  fill: z.enum(['filled', 'outline']),
});
const Frame = z.object({ kind: z.literal('frame'), ...boxed, ...written });
/** `ink` is the packed stroke (`ink.ts`), written once when the pen is lifted; it is drawn as large as its box. */
const Stroke = z.object({
  kind: z.literal('stroke'),
  ...boxed,
  ink: z.string().max(limits.boardInkLength),
  pen: z.enum(['pen', 'marker']),
  thickness: z.enum(['s', 'm', 'l']),
});
const Arrow = z.object({
  kind: z.literal('arrow'),
  ...common,
  colour: z.enum(colours),
  ...written,
  line: Line,
  /** What its ends are attached to; where that is gone, `line` says where they were. */
  from: ThingId.nullable(),
  to: ThingId.nullable(),
  heads: z.enum(['end', 'both', 'none']),
});
/** A picture: the file that holds it, and what it shows in words. */
const Image = z.object({ kind: z.literal('image'), ...boxed, file: Id, alt: z.string().max(limits.boardAltLength) });
const Stamp = z.object({ kind: z.literal('stamp'), ...boxed, emoji: z.string().min(1).max(16) });

export const ThingData = z.discriminatedUnion('kind', [Note, Text, Shape, Frame, Stroke, Arrow, Image, Stamp]);
/** A thing on a board without its id, as a document holds it. */
export type ThingData = z.infer<typeof ThingData>;

export type ThingKind = ThingData['kind'];
export type OfKind<Kind extends ThingKind> = Extract<ThingData, { kind: Kind }> & Known;

/** What is known of a thing besides what is written in it. */
type Known = {
  id: ThingId;
  /** The Yjs client that put it there; who that is is asked of the document's authors. */
  client: number;
  /** Who wrote it, where the server put it there for them: only what the server wrote counts. */
  by: string | null;
};

/** A thing on a board. */
export type Thing = { [Kind in ThingKind]: OfKind<Kind> }[ThingKind];
/** A thing with a box: everything but arrows. */
export type BoxedThing = Exclude<Thing, { kind: 'arrow' }>;
/** A thing that people write in. */
export type WrittenThing = Extract<Thing, { text: string }>;

export const isBoxed = (thing: Thing): thing is BoxedThing => thing.kind !== 'arrow';
export const isWritten = (thing: Thing): thing is WrittenThing => 'text' in thing;
