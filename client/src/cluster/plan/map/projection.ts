import { type GeoProjection, geoMercator } from 'd3-geo';

/** The most that the map is enlarged: beyond it the outlines are too coarse to say where somebody is. */
const largest = 4_200;

type Place = readonly [longitude: number, latitude: number];

/** A projection that shows these places with some land around them in a box (px). Without any it shows the whole world. */
export function projectionFor(
  places: readonly Place[],
  { width, height }: { width: number; height: number },
): GeoProjection {
  const projection = geoMercator().clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ]);
  const [across, down] = [width * 0.09, height * 0.11];
  const frame: [[number, number], [number, number]] = [
    [across, down],
    [width - across, height - down],
  ];
  if (places.length === 0) return projection.fitExtent(frame, { type: 'Sphere' });
  projection.fitExtent(frame, { type: 'MultiPoint', coordinates: places.map(([x, y]) => [x, y]) });
  if (projection.scale() <= largest) return projection;
  const mean = (of: 0 | 1) => places.reduce((sum, place) => sum + place[of], 0) / places.length;
  return projection
    .scale(largest)
    .center([mean(0), mean(1)])
    .translate([width / 2, height / 2]);
}
