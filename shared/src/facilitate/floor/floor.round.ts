import { chances } from '../../kernel/chances.ts';
import { groupedBy } from '../../kernel/grouped.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { roundOrders } from './floor.messages.ts';
import type { Round } from './floor.state.ts';

/**
 * The order of a round: by chance; by town, so that a town speaks again only when every other town has spoken as often; or as given.
 * It is the same for the same seed, whatever the order of the people.
 */
export function circleOf(
  order: (typeof roundOrders)[number],
  people: readonly PersonId[],
  seed: number,
  townOf: (person: PersonId) => string | null,
): PersonId[] {
  if (order === 'seat') return [...new Set(people)];
  const mixed = shuffled([...new Set(people)].sort(), chances(seed));
  if (order === 'random') return mixed;
  // Somebody without a town is a town of their own.
  const towns = [...groupedBy(mixed, person => townOf(person) ?? person).values()];
  const longest = Math.max(0, ...towns.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => towns.flatMap(town => town.slice(at, at + 1))).flat();
}

/** Fisher and Yates, as Durstenfeld wrote it (1964). */
function shuffled<Item>(items: Item[], chance: () => number): Item[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [items[at], items[other]] = [items[other] as Item, items[at] as Item];
  }
  return items;
}

/** The round after somebody has spoken, passed, or was away when it was their turn. */
export function wentOn(round: Round, person: PersonId, how: 'heard' | 'passed'): Round {
  const waiting = round.waiting.filter(one => one !== person);
  const again = round.again.filter(one => one !== person);
  const heard = how === 'heard' && !round.heard.includes(person) ? [...round.heard, person] : round.heard;
  const next = {
    ...round,
    heard,
    waiting,
    again: how === 'passed' && round.stage === 'first' ? [...again, person] : again,
  };
  return next.waiting.length === 0 && next.stage === 'first'
    ? { ...next, stage: 'again', waiting: next.again, again: [] }
    : next;
}

/** The round without somebody who has gone. */
export function without(round: Round, person: PersonId): Round {
  const { waiting, again } = round;
  if (!waiting.includes(person) && !again.includes(person)) return round;
  // Who goes is not asked once more.
  const gone = wentOn(round, person, 'passed');
  return {
    ...gone,
    waiting: gone.waiting.filter(one => one !== person),
    again: gone.again.filter(one => one !== person),
  };
}
