/** Peers of the planner of rotations: what others do so that people meet whom they have not met. Each gives the rooms of each round. */

/** The people of each room, by number, round after round. */
export type Schedule = number[][][];

export type Asked = { people: number; rooms: number; rounds: number; town: readonly number[]; next(): number };

/** Even rooms by chance. */
export const byChance = (asked: Asked): Schedule => Array.from({ length: asked.rounds }, () => dealt(asked));

function dealt({ people, rooms, next }: Asked): number[][] {
  const order = Array.from({ length: people }, (_, at) => at);
  for (let at = people - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return Array.from({ length: rooms }, (_, room) => order.filter((_person, at) => at % rooms === room));
}

type Option = { rooms: number[][]; costs: number[]; total: number };

/** As "good-enough golfers" has them (Buchanan 2017). */
const generations = 30;
const firstOptions = 5;
const explored = 100;
const freshOptions = 2;

/**
 * Round after round by the greedy genetic search of "good-enough golfers" (B. Buchanan, github.com/islemaster/good-enough-golfers): each
 * generation tries every exchange out of the room in which most meet again, and keeps the equally best. What a pair costs is the square of
 * how often it has met; people of one town count as having met once.
 */
export function goodEnoughGolfers(asked: Asked): Schedule {
  const { people, rounds, town, next } = asked;
  const met = new Float64Array(people * people);
  for (let one = 0; one < people; one += 1)
    for (let two = 0; two < people; two += 1) if (one !== two && town[one] === town[two]) met[one * people + two] = 1;
  const costOf = (room: readonly number[]) => {
    let cost = 0;
    room.forEach((one, at) => {
      for (let other = at + 1; other < room.length; other += 1)
        cost += (met[one * people + (room[other] as number)] as number) ** 2;
    });
    return cost;
  };
  const option = (rooms: number[][]): Option => {
    const costs = rooms.map(costOf);
    return { rooms, costs, total: costs.reduce((sum, cost) => sum + cost, 0) };
  };
  return Array.from({ length: rounds }, () => {
    let best = Array.from({ length: firstOptions }, () => option(dealt(asked))).sort((a, b) => a.total - b.total);
    for (let generation = 0; generation < generations && (best[0]?.total ?? 0) > 0; generation += 1) {
      const all = best.flatMap(one => [
        one,
        ...exchanged(one, costOf),
        ...Array.from({ length: freshOptions }, () => option(dealt(asked))),
      ]);
      const least = all.reduce((sum, { total }) => Math.min(sum, total), Number.POSITIVE_INFINITY);
      best = all
        .filter(({ total }) => total === least)
        .map(one => ({ one, key: next() }))
        .sort((a, b) => a.key - b.key)
        .slice(0, explored)
        .map(({ one }) => one);
    }
    const rooms = best[0]?.rooms ?? [];
    for (const room of rooms)
      for (const one of room)
        for (const two of room) if (one !== two) met[one * people + two] = (met[one * people + two] as number) + 1;
    return rooms;
  });
}

/** Every exchange of somebody of the room that costs most with somebody of another one. */
function exchanged({ rooms, costs, total }: Option, costOf: (room: readonly number[]) => number): Option[] {
  const worst = costs.indexOf(Math.max(...costs));
  const from = rooms[worst] ?? [];
  return from.flatMap((one, place) =>
    rooms.flatMap((to, at) =>
      at === worst
        ? []
        : to.map((two, other) => {
            const changed = rooms.slice();
            changed[worst] = from.with(place, two);
            changed[at] = to.with(other, one);
            const [here, there] = [costOf(changed[worst]), costOf(changed[at])];
            return {
              rooms: changed,
              costs: costs.with(worst, here).with(at, there),
              total: total - (costs[worst] ?? 0) - (costs[at] ?? 0) + here + there,
            };
          }),
    ),
  );
}

/** Exchanges by chance in each round. */
const swaps = 6_000;

/**
 * Round after round by plain local search: an exchange of two people by chance is kept when it does not cost more. A pair costs ten times the
 * square of how often it has met, fifty when it is of one town, and three times how often their towns have met.
 */
export function localSearch(asked: Asked): Schedule {
  const { people, rounds, town, next } = asked;
  const towns = Math.max(...town) + 1;
  const met = new Int32Array(people * people);
  const townsMet = new Int32Array(towns * towns);
  const pairCost = (one: number, two: number) => {
    const [from, to] = [town[one] as number, town[two] as number];
    return (
      10 * (met[one * people + two] as number) ** 2 + (from === to ? 50 : 3 * (townsMet[from * towns + to] as number))
    );
  };
  const costIn = (room: readonly number[], person: number, but: number) =>
    room.reduce((sum, other) => (other === person || other === but ? sum : sum + pairCost(person, other)), 0);
  return Array.from({ length: rounds }, () => {
    const rooms = dealt(asked);
    for (let swap = 0; swap < swaps; swap += 1) {
      const [here, there] = [Math.floor(next() * rooms.length), Math.floor(next() * rooms.length)];
      const [from, to] = [rooms[here] as number[], rooms[there] as number[]];
      const [place, other] = [Math.floor(next() * from.length), Math.floor(next() * to.length)];
      const [one, two] = [from[place] as number, to[other] as number];
      if (here === there) continue;
      if (costIn(from, two, one) + costIn(to, one, two) > costIn(from, one, two) + costIn(to, two, one)) continue;
      [from[place], to[other]] = [two, one];
    }
    for (const room of rooms)
      for (const one of room)
        for (const two of room) {
          if (one === two) continue;
          met[one * people + two] = (met[one * people + two] as number) + 1;
          const towards = (town[one] as number) * towns + (town[two] as number);
          townsMet[towards] = (townsMet[towards] as number) + 1;
        }
    return rooms;
  });
}
