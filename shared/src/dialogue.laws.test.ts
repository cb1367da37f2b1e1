import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, commandsOf, founding, messagesOf, passTime, play, playRandom } from './dialogue.samples.ts';
import { dialogueRules as rules, seatedIn } from './dialogue.ts';
import type { State } from './kernel/composition.ts';
import { ada, ben, cleo, dina, sampleIds, valuesOf } from './kernel/messages.samples.ts';
import { roles } from './kernel/messages.ts';
import { apply, diff, type Json } from './kernel/patch.ts';
import type { People } from './people/people.state.ts';

/** For each slice. */
const runs = { numRuns: 80 };
const people = [ada, ben, cleo, dina];

const viewsOf = (state: State) =>
  sampleIds.flatMap(person => {
    const audience = rules.audienceOf(state, person);
    return audience
      ? [
          {
            person,
            audience,
            view: Object.fromEntries(rules.slices.map(slice => [slice.name, rules.viewOf(state, slice, audience)])),
          },
        ]
      : [];
  });

describe.each(rules.slices.map(({ name }) => name))('the laws of every dialogue, mostly about %s', name => {
  const histories = commandsOf(rules, 40, name);

  test('[S1] replaying the log gives the live state', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state, log } = playRandom(rules, sent);
        expect(log.reduce(rules.evolve, rules.initial)).toEqual(state);
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
      }),
      runs,
    );
  });

  test('[S2] decide never throws, [S3] and a refusal leaves no fact', () => {
    fc.assert(
      fc.property(histories, sent => {
        let before = playRandom(rules, []);
        for (const one of sent) {
          before = passTime(rules, one.at, before);
          const after = playRandom(rules, [one], before);
          if (after.outcomes.at(-1)?.ok === false) expect(after.state).toBe(before.state);
          before = after;
        }
      }),
      runs,
    );
  });

  test('[S4] a view never contains the address of another person, unless an organiser looks', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        for (const { audience, view } of viewsOf(state)) {
          if (audience.role !== 'organiser') expect(JSON.stringify(view)).not.toContain('@example.org');
        }
        for (const person of people) {
          const own = JSON.stringify(rules.ownOf(state, person));
          for (const other of Object.values(state.people as People)) {
            if (other.person !== person && other.email && other.email !== (state.people as People)[person]?.email)
              expect(own).not.toContain(other.email);
          }
        }
      }),
      runs,
    );
  });

  test('[S5] state, facts and views survive JSON', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state, log } = playRandom(rules, sent);
        for (const value of [state, log, viewsOf(state)]) expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
      runs,
    );
  });

  test('[S6] the same input gives the same facts', () => {
    fc.assert(
      fc.property(histories, sent => {
        expect(playRandom(rules, sent).log).toEqual(playRandom(rules, JSON.parse(JSON.stringify(sent))).log);
      }),
      runs,
    );
  });

  test('[S8] the patch between two views turns the one into the other', () => {
    fc.assert(
      fc.property(histories, fc.nat(40), (sent, cut) => {
        const early = viewsOf(playRandom(rules, sent.slice(0, founding.length + cut)).state);
        for (const { person, view } of viewsOf(playRandom(rules, sent).state)) {
          const before = early.find(entry => entry.person === person)?.view as Json | undefined;
          const patch = diff(before, view as Json);
          expect(patch ? apply(before, patch) : before).toEqual(view);
        }
      }),
      runs,
    );
  });

  test('[S11] a fact holds what its schema says', () => {
    fc.assert(
      fc.property(histories, sent => {
        for (const { kind, data } of playRandom(rules, sent).log) {
          const slice = rules.slices.find(({ name }) => kind.startsWith(`${name}.`));
          expect(slice?.facts[kind]?.safeParse(data).success).toBe(true);
        }
      }),
      runs,
    );
  });

  test('[S10] nobody sits anywhere once no session is open', () => {
    fc.assert(
      fc.property(histories, sent => {
        const before = playRandom(rules, sent);
        const roster = Object.values(before.state.people as People);
        const organiser = roster.find(({ role, status }) => role === 'organiser' && status === 'active');
        const closing = sampleIds.map(session => ({
          by: organiser?.person ?? '',
          kind: 'sessions.close',
          input: { session },
          at: sent.at(-1)?.at ?? 0,
        }));
        const end = playRandom(rules, closing, before).state;
        expect(seatedIn(end).size).toBe(0);
      }),
      runs,
    );
  });
});

describe('the laws of every dialogue', () => {
  test('[S7] a role that the table does not name is refused, whatever the input', () => {
    const cases = messagesOf(rules).flatMap(([kind, spec]) =>
      roles.filter(role => !spec.by[role]).map(role => ({ kind, spec, role })),
    );
    expect(cases.length).toBeGreaterThan(20);
    for (const { kind, spec, role } of cases) {
      fc.assert(
        fc.property(valuesOf(spec.input), input => {
          const state = withRole(role);
          const parsed = rules.parse(kind, input, 0);
          if (!parsed.ok) throw new Error(parsed.refusal);
          expect(rules.decide(state, cleo, parsed.command, 2e12, 100)).toEqual({ ok: false, refusal: 'not-permitted' });
        }),
        { numRuns: 5 },
      );
    }
  });

  test('[S8] the patch between any two values turns the one into the other', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [before, after] = [a, b] as [Json, Json];
        const patch = diff(before, after);
        expect(patch ? apply(before, patch) : before).toEqual(after);
      }),
      { numRuns: 1000 },
    );
  });
});

function withRole(role: (typeof roles)[number]): State {
  const { state } = play(rules, beginning);
  const before = state.people as People;
  const person = before[cleo];
  if (!person) throw new Error('Cleo is missing');
  return { ...state, people: { ...before, [cleo]: { ...person, role } } };
}
