import { z } from 'zod';

/** An option of a poll, or a statement or thing that it asks about: `o1` to `o20`. */
export const OptionId = z.string().regex(/^o(?:[1-9]|1\d|20)$/);
export type OptionId = z.infer<typeof OptionId>;

/** Every option that there can be, in the order in which a new sheet names them. */
export const optionIds: readonly OptionId[] = Array.from({ length: 20 }, (_, at) => `o${at + 1}`);

/** Something for each option, any of them left out; an object of known keys, so that no other key gets in. */
export const byOption = <Value extends z.ZodType>(value: Value) =>
  z.strictObject(Object.fromEntries(optionIds.map(option => [option, value]))).partial() as z.ZodType<{
    [option: OptionId]: z.output<Value> | undefined;
  }>;

/** What is said of options, without those of which nothing is. */
export const saidOf = <Value>(said: { [option: OptionId]: Value | undefined }): [OptionId, Value][] =>
  Object.entries(said).filter((entry): entry is [OptionId, Value] => entry[1] !== undefined);

/** Words at the ends of a scale and of the two axes. */
export const labelNames = ['low', 'high', 'left', 'right', 'bottom', 'top'] as const;
export type LabelName = (typeof labelNames)[number];

/** What one ballot adds to a tally: so much under this key. */
export type Mark = readonly [key: string, amount: number];

/** Sums by key. They can be added and subtracted, so that a vote costs the same however many came before it. */
export type Sums = { readonly [key: string]: number };

/** How many of those who say something of an option agree with it. */
export type Agreement = { readonly [option: OptionId]: { agrees: number; votes: number } };

/** Why a poll can't be launched yet. */
export type Flaw = 'too-few-options' | 'too-many-options' | 'range' | 'no-right-answer' | 'unlabelled' | 'no-towns';

/** How many have voted, and what they say together; a municipality counts as one where each has the same weight. */
export type Counts = { readonly voters: number; readonly sums: Sums };

/** What the value of an option is: a share of 0 to 1, a mean on the scale, mean points of a ranking or of a hundred, or a place. */
export type Unit = 'share' | 'mean' | 'score' | 'points' | 'place';

/** What every result has: of each option the one number that matters, null where nobody says anything of it. */
export type AnyResult<Name extends string = string> = {
  readonly kind: Name;
  readonly voters: number;
  readonly unit: Unit;
  readonly items: readonly { readonly option: OptionId; readonly value: number | null }[];
};

/** One way to ask. Everything that is different between polls of two kinds is here; all of it is pure. */
export type PollKind<
  Name extends string = string,
  Design extends { kind: Name } = { kind: Name },
  Ballot = unknown,
  Result extends AnyResult<Name> = AnyResult<Name>,
> = {
  kind: Name;
  /** The settings that only this kind has; a strict object with `kind`. */
  design: z.ZodType<Design>;
  ballot: z.ZodType<Ballot>;
  /** The settings that a new poll begins with. */
  start: Design;
  /** How many options it has. */
  options: { least: number; most: number };
  labels: readonly LabelName[];
  /** What is wrong with settings that are well-formed, such as more choices than options. */
  flaws(design: Design, options: readonly OptionId[]): readonly Flaw[];
  /** True for a ballot that may be cast: every option named exists, as many as allowed. */
  accepts(design: Design, options: readonly OptionId[], ballot: Ballot): boolean;
  /** What a ballot that is accepted adds to the tally. The keys tell all that a result shows. */
  marks(design: Design, options: readonly OptionId[], ballot: Ballot): readonly Mark[];
  /** What the sums say, in the order of the options. */
  result(design: Design, options: readonly OptionId[], counts: Counts): Result;
  /** What the sums say of agreement, by option; absent where a kind asks for no consent. */
  agreement?(design: Design, options: readonly OptionId[], sums: Sums, voters: number): Agreement;
  /** The settings as those see them who still answer; absent where all of them may be seen. */
  conceal?(design: Design): Design;
};

/** A kind with the types as they are written. */
export const definePollKind = <
  const Name extends string,
  Design extends { kind: Name },
  Ballot,
  Result extends AnyResult<Name>,
>(
  kind: PollKind<Name, Design, Ballot, Result>,
): PollKind<Name, Design, Ballot, Result> => kind;

/** True when something is said, and of these options alone. */
export const isOfEach = (options: readonly OptionId[], said: { [option: OptionId]: unknown }): boolean =>
  saidOf(said).length > 0 && saidOf(said).every(([option]) => options.includes(option));

/** True when all of these are options, each named once. */
export const hasEach = (options: readonly OptionId[], named: readonly string[]): boolean =>
  new Set(named).size === named.length && named.every(option => options.includes(option));

/** A number of options where 0 stands for all of them. */
export const allOrSome = (count: number, options: readonly OptionId[]): number => count || options.length;

/** How many ballots have this whole number. */
export type Step = { value: number; count: number };

/** How many ballots have which whole number, from one to another, under an option. */
export const stepsOf = (sums: Sums, option: OptionId, from: number, to: number): Step[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => ({
    value: from + at,
    count: sums[`${option}.${from + at}`] ?? 0,
  }));

/** A part of a whole, 0 to 1; 0 of nothing. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** How many chose each option, and their share of those who voted. */
export const choicesOf = (options: readonly OptionId[], { voters, sums }: Counts) =>
  options.map(option => ({ option, count: sums[option] ?? 0, value: shareOf(sums[option] ?? 0, voters) }));
