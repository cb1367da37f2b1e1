import type { PollsOwn, PollsView } from '@multaqa/shared/facilitate/polls/polls.view';
import { optionsOf, type Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import type { Client } from '../../server/src/client.samples.ts';
import { sayings } from './sayings.ts';

type Voter = { client: Client; languages: readonly (keyof typeof sayings)[] };
type Chance = { pick<Item>(items: readonly Item[]): Item; between(least: number, most: number): number };

/** Votes in the first named poll of a room in which this person has no ballot yet; anonymous ones are left to real people. */
export async function voteIn({ client, languages }: Voter, room: string, chance: Chance): Promise<void> {
  const { polls } = client.view() as unknown as { polls: PollsView };
  const own = (client.own() as { polls?: PollsOwn }).polls ?? {};
  const run = Object.values(polls.runs).find(
    one => one.status === 'open' && one.rooms.includes(room) && one.sheet.names !== 'never' && !own[one.run],
  );
  if (!run) return;
  const words = () => chance.pick(sayings[chance.pick(languages)]).split(' ').slice(0, 2).join(' ');
  await client.command('polls.vote', { run: run.run, room, ballot: ballotFor(run.sheet, chance, words) });
}

/** A ballot as chance has it, with a leaning: the first options please most. */
function ballotFor(sheet: Sheet, chance: Chance, words: () => string): unknown {
  const options = optionsOf(sheet);
  const { design } = sheet;
  const leaning = () => options[Math.min(chance.between(0, options.length - 1), chance.between(0, options.length - 1))];
  const forEach = (value: (at: number) => unknown) =>
    Object.fromEntries(options.map((option, at) => [option, value(at)]));
  switch (design.kind) {
    case 'yes-no':
      return { answer: forEach(at => chance.pick(['yes', 'yes', at === 0 ? 'yes' : 'no', 'abstain'])) };
    case 'scale':
      return { rate: forEach(() => (chance.between(1, 9) === 1 ? null : chance.between(design.from, design.to))) };
    case 'ranking':
      return { rank: [leaning()] };
    case 'points':
      return { give: givenBy(options, chance) };
    case 'placement':
      return { place: forEach(at => [chance.between(0, 10) + at * 3, chance.between(6, 20)]) };
    case 'text':
    case 'cloud':
      return { write: [words()] };
    default:
      return { choose: [leaning()] };
  }
}

/** A hundred points in steps of twenty. */
function givenBy(options: readonly string[], chance: Chance): Record<string, number> {
  const given: Record<string, number> = {};
  for (let step = 0; step < 5; step += 1) {
    const option = chance.pick(options);
    given[option] = (given[option] ?? 0) + 20;
  }
  return given;
}
