import fc from 'fast-check';
import type { Actor, State } from './kernel/composition.ts';
import { ada, ben, cleo, dina, sampleIds, sampleNames, sampleSessions, valuesOf } from './kernel/messages.samples.ts';
import type { MessageSpec } from './kernel/messages.ts';
import type { Rules } from './kernel/rules.ts';
import type { Fault, Recorded } from './kernel/slice.ts';
import type { PersonInput } from './people/people.messages.ts';

/** One command as a test sends it. */
export type Sent = { by: Actor; kind: string; input: unknown; at: number };

/** Every command of these rules, as `slice.name` with its specification. */
export const messagesOf = (rules: Rules): [kind: string, spec: MessageSpec][] =>
  rules.slices.flatMap(slice =>
    Object.entries(slice.messages as Record<string, MessageSpec>).map(
      ([name, spec]) => [`${slice.name}.${name}`, spec] as [string, MessageSpec],
    ),
  );

/**
 * Random actors sending random commands that their schemas accept, a little later each time. Three of four commands are
 * of the slice `mostly`, where one is named. Some histories start before anything is planned, some with breakouts open. Each has an id that it
 * names again and again, so that one thing happens to it after the other.
 */
export function commandsOf(rules: Rules, size: number, mostly?: string): fc.Arbitrary<Sent[]> {
  const kinds = messagesOf(rules);
  const own = kinds.filter(([kind]) => kind.startsWith(`${mostly}.`));
  const others = kinds.filter(one => !own.includes(one));
  const histories = sampleIds.map(favourite => {
    const some = (from: typeof kinds) => fc.oneof(...from.map(([kind, spec]) => oneOf(kind, spec, favourite)));
    const one =
      own.length > 0 && others.length > 0
        ? fc.oneof({ weight: 3, arbitrary: some(own) }, { weight: 1, arbitrary: some(others) })
        : some(kinds);
    return fc.array(one, { minLength: Math.floor(size / 2), maxLength: size });
  });
  const start = fc.constantFrom(...Array<Sent[]>(5).fill(beginning), inBreakouts, inBreakouts, founding);
  return fc.tuple(start, fc.oneof(...histories)).map(([first, list]) => oneAfterAnother([...first, ...list]));
}

function oneOf(kind: string, { by, input }: MessageSpec, favourite: string): fc.Arbitrary<Sent> {
  const { ids, rooms } = sampleNames;
  const allowed = roster.flatMap(({ person, role }) => (by[role] ? Array<string>(6).fill(person) : []));
  return fc.record({
    by: allowed.length > 0 ? fc.constantFrom(...allowed, ...sampleIds) : fc.constant('engine' as const),
    kind: fc.constant(kind),
    input: valuesOf(input, { ids: [...ids, ...Array<string>(5).fill(favourite)], rooms }),
    at: fc.constantFrom(1, 500, 60_000, 130_000),
  });
}

/** The same commands at instants: each says how many ms it comes after the one before. */
function oneAfterAnother(sent: readonly Sent[]): Sent[] {
  let now = 1_600_000_000_000;
  return sent.map(one => {
    now += one.at;
    return { ...one, at: now };
  });
}

export const personInput = (person: string, name: string, more: Partial<PersonInput> = {}): PersonInput => ({
  person,
  name,
  email: `${name.toLowerCase()}@example.org`,
  municipality: 'Sfax',
  country: 'TN',
  languages: ['en'],
  role: 'participant',
  needs: [],
  vision: '',
  ...more,
});

export const sessionInput = (session: string) => ({
  session,
  title: 'What blocks us?',
  goal: '',
  startsAt: 1_600_000_000_000,
  minutes: 90,
  zone: 'Africa/Tunis',
});

const [first = ''] = sampleSessions;

const roster = [
  personInput(ada, 'Ada', { role: 'organiser' }),
  personInput(ben, 'Ben', { role: 'facilitator', municipality: 'Irbid', country: 'JO' }),
  personInput(cleo, 'Cleo', { municipality: 'Bonn', country: 'DE' }),
  personInput(dina, 'Dina', { role: 'observer' }),
];

/** Ada organises a dialogue in which nothing is planned yet. */
export const founding: Sent[] = [
  {
    by: 'engine',
    kind: 'about.create',
    input: { title: 'Local jobs', goal: '', languages: ['en', 'ar'], example: false },
    at: 1,
  },
  { by: 'engine', kind: 'people.found', input: roster[0], at: 1 },
];

/** Ada organises, Ben facilitates, Cleo takes part, Dina observes; one session is open and all but Dina sit in its plenary. */
export const beginning: Sent[] = [
  ...founding,
  {
    by: ada,
    kind: 'people.add',
    input: {
      people: roster.slice(1),
    },
    at: 1,
  },
  { by: ada, kind: 'sessions.plan', input: sessionInput(first), at: 1 },
  { by: ada, kind: 'sessions.open', input: { session: first, admission: 'lobby' }, at: 1 },
  ...[ada, ben, cleo].map(by => ({ by, kind: 'sessions.enter', input: { session: first }, at: 1 })),
  { by: ada, kind: 'sessions.admit', input: { session: first, people: 'all' }, at: 1 },
  { by: cleo, kind: 'chat.say', input: { room: `${first}/plenary`, message: cleo, text: 'مرحبا' }, at: 1 },
];

/** The rooms of the grouping that is open `inBreakouts`. */
export const [firstRoom, secondRoom] = [`${first}/${ada}`, `${first}/${ben}`] as const;

/** A grouping as it is prepared, from who is in each of its rooms. */
export const groupingInput = (grouping: string, rooms: { readonly [room: string]: readonly string[] }) => ({
  grouping,
  session: first,
  title: 'Round one',
  way: 'hand' as const,
  round: null,
  rooms: Object.keys(rooms).map((room, mark) => ({ room, names: { en: `Room ${mark + 1}` }, mark, cluster: null })),
  sizes: Object.values(rooms).map(people => people.length),
  people: Object.values(rooms).flat(),
});

/** As the beginning, and two breakouts are open: Cleo is in the first, Ben in the second, Ada in the plenary. */
export const inBreakouts: Sent[] = [
  ...beginning,
  {
    by: ada,
    kind: 'breakouts.prepare',
    input: groupingInput(ada, { [firstRoom]: [cleo], [secondRoom]: [ben] }),
    at: 1,
  },
  { by: ada, kind: 'breakouts.open', input: { session: first, grouping: ada }, at: 1 },
  { by: ada, kind: 'breakouts.go', input: { session: first }, at: 1 },
];

export type Play = {
  state: State;
  log: Recorded[];
  outcomes: ({ ok: true; facts: Recorded[] } | { ok: false; refusal: string })[];
};

const nothing = (rules: Rules): Play => ({ state: rules.initial, log: [], outcomes: [] });

/** Carries out commands the way the server does: parse, permit, decide, evolve. Throws at the first that is refused. */
export function play(rules: Rules, sent: readonly Sent[], from: Play = nothing(rules)): Play {
  return sent.reduce((now, one) => {
    const after = step(rules, one, now);
    const outcome = after.outcomes.at(-1);
    if (outcome?.ok === false) throw new Error(`${String(one.by)} ${one.kind} was refused: ${outcome.refusal}`);
    return after;
  }, from);
}

/** One command whose outcome is in question. Throws after a refusal, so that nothing is ever built on one. */
export function attempt(rules: Rules, sent: Sent, from: Play): Play {
  const before = from.outcomes.at(-1);
  if (before?.ok === false) throw new Error(`${sent.kind} comes after a refusal: ${before.refusal}`);
  return step(rules, sent, from);
}

/** Random commands and what time alone makes of them; what is refused leaves no trace. Throws what a slice throws. */
export const playRandom = (rules: Rules, sent: readonly Sent[], from: Play = nothing(rules)): Play =>
  sent.reduce((now, one) => {
    const after = step(rules, one, passTime(rules, one.at, now));
    const outcome = after.outcomes.at(-1);
    if (outcome?.ok === false && outcome.refusal === 'fault') throw new Error(`${one.kind} entails facts without end`);
    return after;
  }, from);

const raise = ({ error }: Fault): never => {
  throw error;
};

/** The facts that are due at this instant, as the alarm of the server brings them. */
export function passTime(rules: Rules, now: number, from: Play): Play {
  if ((rules.deadline(from.state, raise) ?? Number.POSITIVE_INFINITY) > now) return from;
  const { state, facts } = rules.tick(from.state, now, from.log.length, raise);
  return { ...from, state, log: [...from.log, ...facts] };
}

function step(rules: Rules, { by, kind, input, at }: Sent, { state, log, outcomes }: Play): Play {
  const parsed = rules.parse(kind, input, 0);
  const decision = parsed.ok ? rules.decide(state, by, parsed.command, at, log.length) : parsed;
  return decision.ok
    ? {
        state: decision.state,
        log: [...log, ...decision.facts],
        outcomes: [...outcomes, { ok: true, facts: decision.facts }],
      }
    : { state, log, outcomes: [...outcomes, { ok: false, refusal: decision.refusal }] };
}
