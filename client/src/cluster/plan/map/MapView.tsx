import { geoPath } from 'd3-geo';
import { useCallback } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { apart } from '../marks/apart.ts';
import { type Box, Plane } from '../marks/Plane.tsx';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import styles from './MapView.module.css';
import { projectionFor } from './projection.ts';
import { TownList } from './TownList.tsx';
import { type MapData, useTowns } from './use-towns.ts';

/** The region with everybody at their town, by the mark of their cluster; the same towns stand below as a list. */
export function MapView({ workshop }: { workshop: Workshop }) {
  const text = useText();
  const known = useTowns(workshop.profiles);
  if (!known) return <Skeleton label={text('common.loading')} />;
  return <Drawn known={known} workshop={workshop} />;
}

function Drawn({ known, workshop }: { known: MapData; workshop: Workshop }) {
  const text = useText();
  const draw = useCallback((box: Box) => drawn(known, box), [known]);
  const isGuessed = known.towns.some(({ location }) => location?.kind !== 'town');
  return (
    <div className={styles.view}>
      <Plane label={text('cluster.view.map')} workshop={workshop} draw={draw} />
      {isGuessed && <p className={styles.quiet}>{text('cluster.map.guessed')}</p>}
      <p className={styles.quiet}>{text('cluster.map.source')}</p>
      <TownList towns={known.towns} workshop={workshop} />
    </div>
  );
}

/** The outlines of the countries around, and everybody whose place is known, people of one town around it. */
function drawn({ outlines, towns }: MapData, box: Box) {
  const located = towns.flatMap(({ people, location }) => (location ? [{ people, location }] : []));
  const projection = projectionFor(
    located.map(({ location }) => [location.longitude, location.latitude] as const),
    box,
  );
  const standing = located.flatMap(({ people, location }) => {
    const [x = 0, y = 0] = projection([location.longitude, location.latitude]) ?? [];
    return people.map(person => ({ person, x, y, isGuessed: location.kind === 'country' }));
  });
  const places = apart(standing, box, 18);
  const ties = standing.flatMap(({ x, y }, at) => {
    const place = places[at];
    return place && Math.hypot(place.x - x, place.y - y) > 9 ? [`M${x} ${y}L${place.x} ${place.y}`] : [];
  });
  return {
    background: <Outlines outlines={outlines} path={geoPath(projection)} box={box} ties={ties.join('')} />,
    people: standing.map((one, at) => ({ ...one, ...places[at] })),
  };
}

type OutlinesProps = {
  outlines: Topology;
  path: ReturnType<typeof geoPath>;
  box: Box;
  /** Lines from towns to those who had to be drawn beside them. */
  ties: string;
};

function Outlines({ outlines, path, box, ties }: OutlinesProps) {
  const countries = outlines.objects.countries as GeometryCollection;
  return (
    <svg className={styles.outlines} viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
      <path className={styles.land} d={path(feature(outlines, countries)) ?? ''} />
      <path className={styles.borders} d={path(mesh(outlines, countries, (one, other) => one !== other)) ?? ''} />
      <path className={styles.ties} d={ties} />
    </svg>
  );
}
