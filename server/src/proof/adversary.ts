/** What an adversary has: everything by its name, byte for byte (a character of the text is a byte). */
export type Evidence = readonly { name: string; text: string }[];

/** A poll as the adversary knows it: who was given a paper, in the order of the log, and the ballots, by number, as the database gives them. */
export type OpenPoll = {
  run: string;
  issued: readonly { person: string; blinded: string }[];
  ballots: readonly { number: string; choice: string }[];
};

/** A way to guess, and what it says of who chose what; people of whom it says nothing are absent. */
export type Guess = { way: string; choices: ReadonlyMap<string, string> };

/** Who chose what, by `run person`. */
export type Truth = ReadonlyMap<string, string>;

type Token = { at: number; text: string };

/** Every way to guess: by order, and by what stands near what. */
export function guesses(evidence: Evidence, polls: readonly OpenPoll[]): Guess[] {
  const known = new Set(
    polls.flatMap(poll => [
      poll.run,
      ...poll.issued.flatMap(({ person, blinded }) => [person, blinded]),
      ...poll.ballots.map(({ number }) => number),
    ]),
  );
  const found = evidence.map(({ name, text }) => ({ name, ...tokensIn(text, known) }));
  const inRows = polls.map(poll => poll.ballots.map(({ number }) => number));
  return [
    ...byOrder('rows', polls, inRows),
    ...found.flatMap(({ name, tokens }) => [
      ...byOrder(`first in ${name}`, polls, orders(polls, tokens)),
      ...byOrder(`last in ${name}`, polls, orders(polls, tokens.toReversed())),
      nearest(`number near person in ${name}`, polls, tokens),
    ]),
    ...found.map(({ name, tokens, choices }) => choicesNear(`choice near person in ${name}`, polls, tokens, choices)),
  ];
}

/** Known texts, and choices of ballots, with their places. */
function tokensIn(text: string, known: ReadonlySet<string>): { tokens: Token[]; choices: Token[] } {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
    if (known.has(match[0])) tokens.push({ at: match.index, text: match[0] });
  const choices = [...text.matchAll(/\\?"choose\\?":\[\\?"(o\d)\\?"\]/g)].map(({ index, 1: choice = '' }) => ({
    at: index,
    text: choice,
  }));
  return { tokens, choices };
}

/** The ballots of each poll in the order in which they are met; those that are not met are left out. */
function orders(polls: readonly OpenPoll[], tokens: readonly Token[]): string[][] {
  const places = new Map<string, number>();
  for (const [place, { text }] of tokens.entries()) if (!places.has(text)) places.set(text, place);
  return polls.map(({ ballots }) =>
    ballots
      .flatMap(({ number }) => (places.has(number) ? [number] : []))
      .sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
  );
}

/** The first ballot is that of the first person, in any order that people are known in, forwards and backwards. */
function byOrder(way: string, polls: readonly OpenPoll[], ballots: readonly (readonly string[])[]): Guess[] {
  const sorts = {
    issued: (poll: OpenPoll) => poll.issued,
    'issued backwards': (poll: OpenPoll) => poll.issued.toReversed(),
    'by id': (poll: OpenPoll) => poll.issued.toSorted((one, other) => (one.person < other.person ? -1 : 1)),
    'by blinded number': (poll: OpenPoll) =>
      poll.issued.toSorted((one, other) => (one.blinded < other.blinded ? -1 : 1)),
  };
  return Object.entries(sorts).map(([name, sort]) => ({
    way: `${way}, people ${name}`,
    choices: new Map(
      polls.flatMap((poll, at) =>
        sort(poll).flatMap(({ person }, place): [string, string][] => {
          const choice = choiceOf(poll, ballots[at]?.[place]);
          return choice ? [[`${poll.run} ${person}`, choice]] : [];
        }),
      ),
    ),
  }));
}

const choiceOf = ({ ballots }: OpenPoll, number: string | undefined): string | undefined =>
  ballots.find(ballot => ballot.number === number)?.choice;

/** Each ballot is that of the person who, or whose paper, stands nearest to it anywhere. */
function nearest(way: string, polls: readonly OpenPoll[], tokens: readonly Token[]): Guess {
  const choices = new Map<string, string>();
  for (const poll of polls) {
    const persons = personsIn([poll]);
    const numbers = new Map(poll.ballots.map(({ number, choice }) => [number, choice]));
    const best = new Map<string, number>();
    const own = tokens.filter(({ text }) => persons.has(text) || numbers.has(text));
    for (const [at, { text, at: place }] of own.entries()) {
      const choice = numbers.get(text);
      if (!choice) continue;
      for (const beside of [own[at - 1], own[at + 1]]) {
        const person = beside && persons.get(beside.text);
        const distance = Math.abs((beside?.at ?? 0) - place);
        if (!person || distance >= (best.get(person) ?? Number.POSITIVE_INFINITY)) continue;
        best.set(person, distance);
        choices.set(`${poll.run} ${person}`, choice);
      }
    }
  }
  return { way, choices };
}

/** Somebody chose in a poll what stands within some bytes of them and of its run. */
function choicesNear(
  way: string,
  polls: readonly OpenPoll[],
  tokens: readonly Token[],
  choices: readonly Token[],
): Guess {
  const persons = personsIn(polls);
  const runs = new Map(polls.map(({ run }) => [run, run]));
  const guess = new Map<string, string>();
  for (const choice of choices) {
    const [person, run] = [persons, runs].map(of => nearTo(choice.at, tokens, of));
    if (person && run) guess.set(`${run} ${person}`, choice.text);
  }
  return { way, choices: guess };
}

const personsIn = (polls: readonly OpenPoll[]): Map<string, string> =>
  new Map(
    polls.flatMap(({ issued }) =>
      issued.flatMap(({ person, blinded }): [string, string][] => [
        [person, person],
        [blinded, person],
      ]),
    ),
  );

/** What the nearest of these texts means, within 400 bytes. */
function nearTo(place: number, tokens: readonly Token[], of: ReadonlyMap<string, string>): string | undefined {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  const near = tokens
    .slice(Math.max(0, low - 8), low + 8)
    .filter(({ at, text }) => of.has(text) && Math.abs(at - place) <= 400)
    .sort((one, other) => Math.abs(one.at - place) - Math.abs(other.at - place));
  return near[0] && of.get(near[0].text);
}

/**
 * How likely it is that a guess of two choices is right as often by chance: when the truth is dealt again within each poll, which leaves
 * every result as it is known to everybody. A permutation test (Fisher 1935), counted out instead of sampled: of a poll, the number
 * of right guesses follows the hypergeometric distribution; those of all polls are convolved. 1 where nothing was guessed.
 */
export function chanceOf({ choices }: Guess, truth: Truth): number {
  const byRun = new Map<string, { guessed: boolean; chosen: boolean }[]>();
  for (const [key, guessed] of choices) {
    const run = key.slice(0, 36);
    byRun.set(run, [...(byRun.get(run) ?? []), { guessed: guessed === 'o1', chosen: truth.get(key) === 'o1' }]);
  }
  let right = 0;
  let chances = [1];
  for (const group of byRun.values()) {
    right += group.filter(({ guessed, chosen }) => guessed === chosen).length;
    chances = convolved(chances, rightByChance(group));
  }
  return chances.slice(right).reduce((sum, chance) => sum + chance, 0);
}

/** How likely each number of right guesses is, from none to all, when what was chosen is dealt again. */
function rightByChance(group: readonly { guessed: boolean; chosen: boolean }[]): number[] {
  const size = group.length;
  const guessed = group.filter(one => one.guessed).length;
  const chosen = group.filter(one => one.chosen).length;
  const chances = Array.from({ length: size + 1 }, () => 0);
  for (let both = Math.max(0, guessed + chosen - size); both <= Math.min(guessed, chosen); both += 1)
    chances[2 * both + size - guessed - chosen] =
      (choose(guessed, both) * choose(size - guessed, chosen - both)) / choose(size, chosen);
  return chances;
}

/** In how many ways so many can be taken of all. */
const choose = (all: number, taken: number): number =>
  Array.from({ length: taken }, (_, at) => (all - at) / (at + 1)).reduce((product, factor) => product * factor, 1);

function convolved(one: readonly number[], other: readonly number[]): number[] {
  const sums = Array.from({ length: one.length + other.length - 1 }, () => 0);
  for (const [at, a] of one.entries())
    for (const [place, b] of other.entries()) sums[at + place] = (sums[at + place] ?? 0) + a * b;
  return sums;
}
