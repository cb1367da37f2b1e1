import { type ReactNode, useMemo } from 'react';
import { clusterFaces, shapeOf } from '../design/cluster-marks.ts';
import { PersonColours } from '../design/colours.ts';
import { colourNumbered, coloursFor } from '../design/person-colours.ts';
import { useView } from './use-dialogue.ts';

/** Gives everybody in the dialogue the colour of their cluster; before there are clusters, one that differs from those of their neighbours by name and by town. */
export function DialogueColours({ children }: { children: ReactNode }) {
  const people = useView(view => view.people);
  const published = useView(view => view.cluster.published);
  const numbers = useMemo(
    () =>
      coloursFor(
        Object.values(people).map(({ person, name, municipality, country }) => ({
          id: person,
          sortedBy: [keyOf(name ?? ''), keyOf(`${country} ${municipality} ${name}`)],
        })),
      ),
    [people],
  );
  const colours = useMemo(() => {
    const marks = new Map(published?.clusters.map(({ cluster, mark }) => [cluster, mark]));
    return new Map(
      [...numbers].map(([person, number]) => {
        const mark = marks.get(published?.of[person] ?? '');
        return [person, mark === undefined ? colourNumbered(number) : clusterFaces[shapeOf(mark)]];
      }),
    );
  }, [numbers, published]);
  return <PersonColours value={colours}>{children}</PersonColours>;
}

const keyOf = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
