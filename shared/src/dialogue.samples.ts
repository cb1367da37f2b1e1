import fc from 'fast-check';
import { ada, ben, cleo, dina, sampleIds, sampleSessions, valuesOf } from './kernel/messages.samples.ts';
import type { MessageSpec } from './kernel/messages.ts';
import type { Actor, Rules, State } from './kernel/rules.ts';
import type { Recorded } from './kernel/slice.ts';
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

/** Random actors sending random commands that their schemas accept, a little later each time. */
export function commandsOf(rules: Rules, size: number): fc.Arbitrary<Sent[]> {
  const one = fc.oneof(
    ...messagesOf(rules).map(([kind, spec]) =>
      fc.record({
        by:
          spec.by.engine && !spec.by.organiser
            ? fc.constant('engine' as const)
            : fc.constantFrom(ada, ada, ada, ben, ben, cleo, cleo, ...sampleIds),
        kind: fc.constant(kind),
        input: valuesOf(spec.input),
        at: fc.constantFrom(1, 500, 60_000, 130_000),
      }),
    ),
  );
  return fc.array(one, { minLength: Math.floor(size / 2), maxLength: size }).map(list => {
    let now = 1_600_000_000_000;
    return [...beginning, ...list].map(sent => {
      now += sent.at;
      return { ...sent, at: now };
    });
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

/** Ada organises, Ben facilitates, Cleo takes part, Dina observes; one session is open and all but Dina sit in its plenary. */
export const beginning: Sent[] = [
  {
    by: 'engine',
    kind: 'about.create',
    input: { title: 'Local jobs', goal: '', languages: ['en', 'ar'], example: false },
    at: 1,
  },
  { by: 'engine', kind: 'people.found', input: personInput(ada, 'Ada', { role: 'organiser' }), at: 1 },
  {
    by: ada,
    kind: 'people.add',
    input: {
      people: [
        personInput(ben, 'Ben', { role: 'facilitator', municipality: 'Irbid', country: 'JO' }),
        personInput(cleo, 'Cleo', { municipality: 'Bonn', country: 'DE' }),
        personInput(dina, 'Dina', { role: 'observer' }),
      ],
    },
    at: 1,
  },
  { by: ada, kind: 'sessions.plan', input: sessionInput(first), at: 1 },
  { by: ada, kind: 'sessions.open', input: { session: first, admission: 'lobby' }, at: 1 },
  ...[ada, ben, cleo].map(by => ({ by, kind: 'sessions.enter', input: { session: first }, at: 1 })),
  { by: ada, kind: 'sessions.admit', input: { session: first, people: 'all' }, at: 1 },
  { by: cleo, kind: 'chat.say', input: { room: `${first}/plenary`, message: cleo, text: 'مرحبا' }, at: 1 },
];

export type Play = {
  state: State;
  log: Recorded[];
  outcomes: ({ ok: true; facts: Recorded[] } | { ok: false; refusal: string })[];
};

/** Carries out commands the way the server does: parse, permit, decide, evolve. */
export function play(
  rules: Rules,
  sent: readonly Sent[],
  from: Play = { state: rules.initial, log: [], outcomes: [] },
): Play {
  return sent.reduce(({ state, log, outcomes }, { by, kind, input, at }) => {
    const parsed = rules.parse(kind, input, 0);
    const decision = parsed.ok ? rules.decide(state, by, parsed.command, at, log.length) : parsed;
    if (!decision.ok) return { state, log, outcomes: [...outcomes, { ok: false as const, refusal: decision.refusal }] };
    return {
      state: decision.state,
      log: [...log, ...decision.facts],
      outcomes: [...outcomes, { ok: true as const, facts: decision.facts }],
    };
  }, from);
}
