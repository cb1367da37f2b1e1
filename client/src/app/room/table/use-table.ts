import { useMemo, useRef } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import type { Box } from '../layouts/grid.ts';
import { useText } from '../texts.ts';
import { type Chairs, seatPeople } from './chairs.ts';
import type { Point } from './curve.ts';
import { fittingName, planTable, type TablePlan } from './plan-table.ts';
import { type Sitter, shortNameOf, sitByTown, sittersOf } from './sitting.ts';
import { usePen } from './use-pen.ts';

/** Somebody at the table with their words, as far as there is room for them. */
export type Seated = { sitter: Sitter; name: string; label: string; town: string };

/** The table as it is drawn: who sits where, free chairs where others are expected, and how many found no place. */
export type Table = {
  plan: TablePlan;
  seats: readonly { seated: Seated; spot: Point }[];
  free: readonly Point[];
  others: { count: number; spot: Point } | null;
};

/** So many free chairs tell somebody who is alone that others are expected. */
const chairsOfOne = 8;

/** Where everybody of the room sits in a box of this size. Chairs stay as they are while people come and go. */
export function useTable(box: Box, minimum = 1): Table | null {
  const { seated, chairs } = useSeated();
  const pen = usePen();
  return useMemo(() => {
    if (box.width === 0 || box.height === 0) return null;
    const widths = new Map(
      seated.map(({ sitter: { key }, name, label, town }) => [
        key,
        { name: pen.widthOf(name), short: pen.widthOf(label), town: pen.widthOf(town) },
      ]),
    );
    const none = { name: 0, short: 0, town: 0 };
    const plan = (ring: Chairs) =>
      planTable(
        ring.map(key => widths.get(key ?? '') ?? none),
        box,
        { line: pen.line },
      );
    const wide = ringOf(chairs, Math.max(minimum, chairs.length === 1 ? chairsOfOne : 0));
    const roomy = plan(wide);
    const isRoomy = roomy.spots.length === wide.length;
    // Where places are few, nobody stands for an empty chair.
    const ring = isRoomy ? wide : chairs.filter(key => key !== null);
    return arrange(seated, ring, isRoomy ? roomy : plan(ring), key => widths.get(key) ?? none);
  }, [seated, chairs, box, pen, minimum]);
}

/** The chairs, with free ones at the other side of the table up to a number. */
function ringOf(chairs: Chairs, minimum: number): Chairs {
  const missing = Math.max(0, minimum - chairs.length);
  return [...chairs, ...Array.from({ length: missing }, () => null)];
}

function arrange(
  seated: readonly Seated[],
  ring: Chairs,
  plan: TablePlan,
  widthsOf: (key: string) => { name: number; short: number; town: number },
): Table {
  const byKey = new Map(seated.map(one => [one.sitter.key, one]));
  const isCut = plan.spots.length < ring.length;
  const shown = isCut ? ring.slice(0, Math.max(0, plan.spots.length - 1)) : ring;
  const seats: { seated: Seated; spot: Point }[] = [];
  const free: Point[] = [];
  for (const [at, key] of shown.entries()) {
    const spot = plan.spots[at] as Point;
    const one = key === null ? undefined : byKey.get(key);
    if (!one) free.push(spot);
    else {
      const label = fittingName(widthsOf(one.sitter.key), plan.cell) === 'full' ? one.name : one.label;
      seats.push({ seated: { ...one, label }, spot });
    }
  }
  const last = plan.spots.at(-1);
  const others = isCut && last ? { count: ring.length - shown.length, spot: last } : null;
  return { plan, seats, free, others };
}

/** Everybody of the room with their words, in the order in which they sit, and their chairs. */
export function useSeated(): { seated: readonly Seated[]; chairs: Chairs } {
  const text = useText();
  const { person: me } = useMe();
  const { participants } = useRoom();
  const cards = useView(view => view.people);
  const before = useRef<{ chairs: Chairs; byTown: boolean }>({ chairs: [], byTown: false });
  return useMemo(() => {
    const byTown = sitByTown(participants.length, before.current.byTown);
    const sitters = sittersOf(participants, cards, me, byTown);
    const seated = sitters.map((sitter): Seated => {
      if (sitter.kind === 'town') {
        const name = sitter.town || text('room.table.elsewhere');
        const town = text('places.people', { count: sitter.people.length });
        return { sitter, name, label: name, town };
      }
      const card = cards[sitter.key];
      const known = card?.name ?? text('common.nameless');
      const isMe = sitter.key === me;
      const name = isMe ? text('common.you') : known;
      return { sitter, name, label: isMe ? name : shortNameOf(known), town: card?.municipality ?? '' };
    });
    const chairs = seatPeople(before.current.chairs, sitters);
    before.current = { chairs, byTown };
    return { seated, chairs };
  }, [participants, cards, me, text]);
}
