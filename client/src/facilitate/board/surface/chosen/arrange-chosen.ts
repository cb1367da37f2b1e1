import { type Alignment, aligned, distributed } from '@multaqa/shared/facilitate/board/scene/arrange';
import { grouped, movedTogether, ungrouped } from '@multaqa/shared/facilitate/board/scene/company';
import type { ThingChange } from '@multaqa/shared/facilitate/board/scene/edits';
import { lineOf, middleOf, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { type Height, reordered } from '@multaqa/shared/facilitate/board/scene/order';
import { type Colour, isBoxed, type Thing, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { newThing, newThingId } from '../../scene/new-thing.ts';
import type { Desk } from '../desk.ts';
import { commit, put, putAs } from '../edit.ts';
import { drop } from '../hand/move.ts';
import { copiesOf } from './copies.ts';

const movable = (desk: Desk): ThingId[] =>
  desk
    .chosenThings()
    .filter(({ fixed }) => !fixed)
    .map(({ id }) => id);
const each = (things: readonly Thing[], changeOf: (thing: Thing) => ThingChange | null): Map<ThingId, ThingChange> =>
  new Map(
    things.flatMap(thing => {
      const change = changeOf(thing);
      return change ? [[thing.id, change] as const] : [];
    }),
  );

/** Moves what is chosen by so much; steps that follow each other are one step of undo. */
export const nudge = (desk: Desk, way: Point): void =>
  drop(desk, movedTogether(desk.board.scene(), movable(desk), way), 'nudge');

export const align = (desk: Desk, side: Alignment): void =>
  drop(desk, aligned(desk.board.scene(), movable(desk), side));

export const distribute = (desk: Desk, way: 'across' | 'down'): void =>
  drop(desk, distributed(desk.board.scene(), movable(desk), way));

export const reorder = (desk: Desk, height: Height): void =>
  commit(desk, reordered(desk.board.scene(), desk.chosen(), height));

export function group(desk: Desk): void {
  commit(desk, grouped(desk.board.scene(), desk.chosen(), newThingId()));
  desk.choose(desk.chosen());
}

export const ungroup = (desk: Desk): void => commit(desk, ungrouped(desk.board.scene(), desk.chosen()));

/** Keeps what is chosen from being moved by mistake, or lets it be moved again. */
export function fix(desk: Desk): void {
  const things = desk.chosenThings();
  const fixed = !things.every(thing => thing.fixed);
  commit(
    desk,
    each(things, () => ({ fixed })),
  );
}

/** Gives what is chosen a colour, and what is made after it too. */
export function paint(desk: Desk, colour: Colour): void {
  const things = desk.chosenThings();
  commit(
    desk,
    each(things, thing => ('colour' in thing && thing.kind !== 'stamp' ? { colour } : null)),
  );
  const isOnNotes = things.some(({ kind }) => kind === 'note' || kind === 'frame');
  desk.ui.setState(isOnNotes ? { colour } : { ink: colour });
}

/** How far from the original a copy is. */
const beside: Point = [24, 24];

export function duplicate(desk: Desk): void {
  const copies = copiesOf(desk.board.scene(), desk.chosen(), beside);
  if (copies.length === 0 || !putAs(desk, copies)) return;
  const frames = new Set(copies.map(([id]) => id));
  desk.choose(copies.filter(([, { frame }]) => !frame || !frames.has(frame)).map(([id]) => id));
}

/** Connects two things with an arrow from the first one that was chosen to the other. */
export function connect(desk: Desk): void {
  const [from, to] = desk.chosenThings();
  if (!from || !to || !isBoxed(from) || !isBoxed(to)) return;
  const data = newThing(desk.board.scene(), {
    ...{ kind: 'arrow', colour: desk.ui.getState().ink, text: '', says: null, heads: 'end' },
    ...{ line: lineOf(middleOf(from.at), middleOf(to.at)), from: from.id, to: to.id },
  });
  put(desk, [data]);
}

/** Makes one note of several: the others become further paragraphs of the one that is read first. Whose they are stays. */
export function merge(desk: Desk): void {
  const notes = desk.chosenThings().filter(({ kind, id }) => kind === 'note' && desk.board.scene().has(id));
  const [target, ...others] = [...notes].sort(byPlace);
  if (!target || others.length === 0) return;
  const parts = others.flatMap(({ id }) => [id, ...desk.look.partsOf(id)]);
  commit(desk, new Map(parts.map(id => [id, { into: target.id }])));
  desk.choose([target.id]);
}

const byPlace = (one: Thing, other: Thing): number =>
  one.kind === 'arrow' || other.kind === 'arrow' ? 0 : one.at[1] - other.at[1] || one.at[0] - other.at[0];

/** Takes everything that was merged into a note out again, beside it. */
export function takeApart(desk: Desk): void {
  const parts = desk.chosen().flatMap(id => desk.look.partsOf(id));
  commit(desk, new Map(parts.map(id => [id, { into: null }])));
}
