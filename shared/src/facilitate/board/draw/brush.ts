import type { TextDirection } from '../../../kernel/direction.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Bounds } from '../scene/geometry.ts';
import type { Scene } from '../scene/scene.ts';
import type { OfKind, Thing, ThingId } from '../scene/thing.ts';
import type { Palette } from './colours.ts';

/** What a drawing is made of, besides its things. */
export type DrawingOptions = {
  /** The direction and the name of the language in which it is read. */
  direction: TextDirection;
  language: string;
  /** What the drawing is called, for those who do not see it. */
  title: string;
  /** The sentence of a template by its key. */
  said(key: string): string;
  /** Who is shown as the author of a note; null for nobody. */
  nameOf(thing: Thing): string | null;
  /** A picture as an address that begins with `data:`; null where there is none. */
  imageOf(file: Id): string | null;
  /** How many dots each thing got, once a vote was counted. */
  dots: { readonly [thing: ThingId]: number };
  /** What lies over all of it: things of another board, which hold on to nothing below. */
  above?: Scene;
  /** The part that is drawn; everything when absent. */
  part?: Bounds;
};

/** What all parts of a drawing know. */
export type Brush = Pick<DrawingOptions, 'direction' | 'said' | 'nameOf' | 'imageOf' | 'dots'> & {
  scene: Scene;
  parts: ReadonlyMap<ThingId, readonly OfKind<'note'>[]>;
  palette: Palette;
};
