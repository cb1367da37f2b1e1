import { type Bounds, middleOf, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { onTop } from '@multaqa/shared/facilitate/board/scene/order';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import { freePlace } from '@multaqa/shared/facilitate/board/scene/places';
import {
  partsOfTemplate,
  templateSize,
  thingsOfTemplate,
} from '@multaqa/shared/facilitate/board/templates/make-template';
import type { Template } from '@multaqa/shared/facilitate/board/templates/templates';
import type { TextDirection } from '@multaqa/shared/kernel/direction';
import { newThingId } from '../scene/new-thing.ts';
import { putThings, type TransferTarget } from '../transfer/target.ts';

/** Between a template and what is beside it, in units of the board. */
const gap = 80;

/** Puts a template at the nearest free place as one step of undo; where it is now, or null where the board has no room. */
export function insertTemplate(
  target: Pick<TransferTarget, 'board' | 'choose' | 'view'>,
  template: Template,
  direction: TextDirection,
): Bounds | null {
  const scene = target.board.scene();
  const [width, height] = templateSize(template);
  const [x, y] = middleOf(target.view());
  const taken = [...scene.values()].map(thing => thingBounds(scene, thing));
  const wanted: Point = [x - width / 2, y - height / 2];
  const at = freePlace(taken, [width, height], wanted, { gap, direction });
  const ids = Array.from({ length: partsOfTemplate(template) }, newThingId);
  const isPut = putThings(target, thingsOfTemplate(template, ids, { at, z: onTop(scene), direction }));
  // A whole template is nothing that somebody works on at once.
  if (isPut) target.choose([]);
  return isPut ? [at[0], at[1], width, height] : null;
}
