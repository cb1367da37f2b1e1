import { useMemo, useRef } from 'react';
import { firstNameOf, shortNameOf } from '../../../design/short-names.ts';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import type { Box } from '../layouts/grid.ts';
import { useText } from '../texts.ts';
import { arrange, type Names, type Seated, type Table } from './arrange.ts';
import { type Chairs, seatPeople } from './chairs.ts';
import { type Sitter, sitByTown, sittersOf } from './sitting.ts';
import { usePen } from './use-pen.ts';

/** So many chairs tell somebody who is alone that others are expected. */
const chairsOfOne = 8;

/** Where everybody of the room sits in a box of this size, with at least so many chairs; null before the box has a size. */
export function useTable(box: Box, least: number): Table | null {
  const { seated, chairs } = useSeated();
  const pen = usePen();
  const shown = Math.max(least, chairs.length === 1 ? chairsOfOne : 0);
  return useMemo(
    () => (box.width === 0 || box.height === 0 ? null : arrange(seated, chairs, box, pen, shown)),
    [seated, chairs, box, pen, shown],
  );
}

/** Everybody of the room with their words, in the order in which they sit, and their chairs, which stay as they are while people come and go. */
export function useSeated(): { seated: readonly Seated[]; chairs: Chairs } {
  const text = useText();
  const { person: me } = useMe();
  const { participants } = useRoom();
  const cards = useView(view => view.people);
  const clusters = useView(view => view.cluster.published?.of) ?? none;
  const before = useRef<{ chairs: Chairs; byTown: boolean }>({ chairs: [], byTown: false });
  return useMemo(() => {
    const byTown = sitByTown(participants.length, before.current.byTown);
    const sitters = sittersOf({ participants, cards, clusters, me, byTown });
    const wordsOf = (sitter: Sitter): Seated => {
      if (sitter.kind === 'town') {
        const town = sitter.town || text('room.table.elsewhere');
        return {
          sitter,
          names: sameNames(town),
          face: town,
          town: text('places.people', { count: sitter.people.length }),
        };
      }
      const card = cards[sitter.key];
      const name = card?.name ?? text('common.nameless');
      const names = sitter.key === me ? sameNames(text('common.you')) : namesOf(name);
      return { sitter, names, face: name, town: card?.municipality ?? '' };
    };
    const chairs = seatPeople(before.current.chairs, sitters);
    before.current = { chairs, byTown };
    return { seated: sitters.map(wordsOf), chairs };
  }, [participants, cards, clusters, me, text]);
}

const none: Readonly<Record<string, string>> = {};

const sameNames = (name: string): Names => ({ name, short: name, first: name });

const namesOf = (name: string): Names => ({ name, short: shortNameOf(name), first: firstNameOf(name) });
