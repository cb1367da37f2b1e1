import { geoPath } from 'd3-geo';
import { useCallback } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { type Box, type Drawing, Plane } from '../marks/Plane.tsx';
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

/** The outlines of the countries around, and everybody whose place is known at their town. */
function drawn({ outlines, towns }: MapData, box: Box): Drawing {
  const located = towns.flatMap(({ people, location }) => (location ? [{ people, location }] : []));
  const places = located.map(({ location }) => [location.longitude, location.latitude] as const);
  const projection = projectionFor(places, box);
  return {
    background: <Outlines outlines={outlines} path={geoPath(projection)} box={box} />,
    people: located.flatMap(({ people, location }) => {
      const [x = 0, y = 0] = projection([location.longitude, location.latitude]) ?? [];
      return people.map(person => ({ person, x, y, isGuessed: location.kind === 'country' }));
    }),
  };
}

function Outlines({ outlines, path, box }: { outlines: Topology; path: ReturnType<typeof geoPath>; box: Box }) {
  const countries = outlines.objects.countries as GeometryCollection;
  return (
    <>
      <rect className={styles.sea} width={box.width} height={box.height} />
      <path className={styles.land} d={path(feature(outlines, countries)) ?? ''} />
      <path className={styles.borders} d={path(mesh(outlines, countries, (one, other) => one !== other)) ?? ''} />
    </>
  );
}
