import type { PersonId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import { type Channel, channels } from '../exchange.messages.ts';
import { type Interval, intervalsOf } from './confidence.ts';
import { type Evenness, evennessOf } from './evenness.ts';
import { type Coverage, coverageOf, type Exposure, exposureOf, groupedExposure } from './exposure.ts';
import { type Mixing, mixingOf, type Replies, reciprocityOf, repliesOf } from './replies.ts';
import { type Lack, lackOf, rounded, spokenIn, type Told, type Voice, voicesOf } from './told.ts';
import { type FirstVoices, firstVoicesOf, median, type TurnTaking, turnTakingOf } from './turns.ts';

/** By what people are grouped in figures. */
export const groupings = ['municipality', 'cluster', 'language'] as const;
export type Grouping = (typeof groupings)[number];

/** Who heard whom across the groups of one kind, and who replied to whom. */
export type Across = Coverage & Mixing;

/**
 * Every figure of a room, a session or a dialogue, with the number of voices `n`, the window and the speech in it (seconds).
 * Where `lack` says why, all figures but the counts are too little to be told, and `measured` is null.
 */
export type Figures = {
  n: number;
  window: number;
  speech: number;
  /** How many of the voices were heard: spoke for `limits.heardFor`, or took part in writing. */
  heard: number;
  /** How many of their towns were. */
  towns: { heard: number; all: number };
  /** How often voices took part in each channel. */
  channels: { readonly [channel in Channel]: number };
  lack: Lack | null;
  measured: Measured | null;
};

export type Measured = Evenness & {
  /** How sure two of them are. */
  /** How far evenness may be chance; null where that was not asked for. */
  intervals: { gini: Interval; evenness: Interval } | null;
  /** The share of all speech that is the hosts'. */
  hostShare: number;
  /** The shares of voices that spoke for `limits.heardFor`, and that were heard in any way. */
  reach: number;
  reachAny: number;
  /** The median over voices of the share of others who heard them for `limits.heardFor`. */
  voiceReach: number | null;
  reciprocity: number | null;
  firstVoice: FirstVoices;
  turns: TurnTaking;
  across: { readonly [by in Grouping]: Across };
};

/** The figures of what is told. */
export function figuresOf(told: Told): Figures {
  const spoken = spokenIn(told.turns);
  const { windowMs, voices } = voicesOf(told.stays, spoken);
  const voicesMs = [...spoken.values()].reduce((sum, ms) => sum + ms, 0);
  const hostMs = told.turns.reduce((sum, { as, from, to }) => (as === 'host' ? sum + to - from : sum), 0);
  const written = new Set(told.contributions.map(({ person }) => person));
  const heard = voices.filter(({ person, ms }) => ms >= limits.heardFor || written.has(person));
  const townsOf = (some: readonly Voice[]) => new Set(some.flatMap(({ of }) => of.municipality ?? [])).size;
  const lack = lackOf(voices.length, voicesMs + hostMs);
  return {
    n: voices.length,
    window: windowMs / 1_000,
    speech: (voicesMs + hostMs) / 1_000,
    heard: heard.length,
    towns: { heard: townsOf(heard), all: townsOf(voices) },
    channels: Object.fromEntries(
      channels.map(channel => [channel, told.contributions.filter(one => one.channel === channel).length]),
    ) as Figures['channels'],
    lack,
    measured: lack ? null : measuredOf(told, voices, heard.length, hostMs / (voicesMs + hostMs)),
  };
}

/** The figures of what is told with their intervals, as the report has them: these cost more than all the rest, and are no matter for the server's main thread. */
export function reportedOf(told: Told): Figures {
  const figures = figuresOf(told);
  if (!figures.measured) return figures;
  const { voices } = voicesOf(told.stays, spokenIn(told.turns));
  const people = voices.map(({ person }) => person);
  return { ...figures, measured: { ...figures.measured, intervals: intervalsOf(people, told.turns) } };
}

function measuredOf(told: Told, voices: readonly Voice[], heard: number, hostShare: number): Measured {
  const exposure = exposureOf(told.turns, told.stays);
  const replies = repliesOf(told);
  const loud = voices.filter(({ ms }) => ms >= limits.heardFor).length;
  return {
    ...evennessOf(voices.map(({ ms }) => ms)),
    intervals: null,
    hostShare: rounded(hostShare),
    reach: rounded(loud / voices.length),
    reachAny: rounded(heard / voices.length),
    voiceReach: voiceReachOf(exposure, voices),
    reciprocity: reciprocityOf(replies),
    firstVoice: firstVoicesOf(voices, [
      ...told.turns.map(({ person, from }) => ({ person, at: from })),
      ...told.contributions,
    ]),
    turns: turnTakingOf(told.turns, told.brief, voices.length),
    across: Object.fromEntries(
      groupings.map(by => [by, acrossOf(exposure, replies, groupsBy(told.stays, by), groupsBy(voices, by))]),
    ) as Measured['across'],
  };
}

/** The groups of people who are known to belong to one, the last that each belonged to. */
const groupsBy = (people: readonly Pick<Voice, 'person' | 'of'>[], by: Grouping): Map<PersonId, string> =>
  new Map(people.flatMap(({ person, of }) => (of[by] === null ? [] : [[person, of[by]]])));

/** Pairs are those of the groups that voices belong to; what somebody says who was there for a short time only was heard all the same. */
function acrossOf(
  exposure: Exposure,
  replies: Replies,
  everybody: ReadonlyMap<PersonId, string>,
  voices: ReadonlyMap<PersonId, string>,
): Across {
  const sums = groupedExposure(exposure, person => everybody.get(person) ?? null);
  const names = [...new Set(voices.values())].sort();
  return { ...coverageOf(names, (a, b) => sums.get(a)?.get(b) ?? 0), ...mixingOf(replies, voices) };
}

/** V_i = |{j ≠ i: h_ij ≥ 30 s}| / (n − 1), the median of all. */
function voiceReachOf(exposure: Exposure, voices: readonly Voice[]): number | null {
  const reach = voices.map(({ person }) => {
    const by = exposure.get(person);
    const others = voices.filter(other => (by?.get(other.person) ?? 0) >= limits.heardFor).length;
    return others / (voices.length - 1);
  });
  return median(reach.sort((a, b) => a - b));
}
