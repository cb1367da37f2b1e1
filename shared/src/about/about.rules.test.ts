import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempt, beginning, commandsOf, founding, play, playRandom } from '../dialogue.samples.ts';
import { dialogueRules as rules } from '../dialogue.ts';
import type { State } from '../kernel/composition.ts';
import { ada, cleo, sampleSessions } from '../kernel/messages.samples.ts';
import { type About, about } from './about.rules.ts';

const at = 2e12;
const aboutOf = (state: State) => state.about as About;
const input = { title: 'Local jobs', goal: '', languages: ['en'], example: false };

describe('a dialogue', () => {
  test('[A1] is created once', () => {
    const again = attempt(rules, { by: 'engine', kind: 'about.create', input, at }, play(rules, founding));
    expect(again.outcomes.at(-1)).toEqual({ ok: false, refusal: 'about.exists' });
  });

  test('[A1] before it is created there is nobody to do anything in it', () => {
    for (const kind of ['about.edit', 'about.end', 'about.reopen', 'people.add', 'sessions.plan']) {
      const spec = rules.specOf(kind);
      expect(spec).not.toBeNull();
      const decided = spec && rules.decide(rules.initial, ada, { slice: 'about', name: 'edit', input, spec }, at, 0);
      expect(decided).toEqual({ ok: false, refusal: 'not-permitted' });
    }
  });

  test('[A2] once it has ended nothing happens in it but what puts people in order, until it is reopened', () => {
    const ended = play(rules, [{ by: ada, kind: 'about.end', input: {}, at }], play(rules, founding));
    expect(aboutOf(ended.state)).toMatchObject({ status: 'ended', endedAt: at });
    const [session = ''] = sampleSessions;
    const plan = { session, title: 'A session', goal: '', startsAt: at, minutes: 60, zone: 'Africa/Tunis' };
    const { example: _, ...edited } = input;
    for (const [kind, sent] of [
      ['sessions.plan', plan],
      ['about.edit', edited],
      ['about.end', {}],
    ] as const)
      expect(attempt(rules, { by: ada, kind, input: sent, at }, ended).outcomes.at(-1)).toEqual({
        ok: false,
        refusal: 'not-now',
      });
    const reopened = play(rules, [{ by: ada, kind: 'about.reopen', input: {}, at }], ended);
    expect(aboutOf(reopened.state)).toMatchObject({ status: 'going-on', endedAt: null });
    expect(play(rules, [{ by: ada, kind: 'sessions.plan', input: plan, at }], reopened).outcomes.at(-1)?.ok).toBe(true);
  });

  test('[A2] an open session is closed before a dialogue can end, or goes with it: nobody stays in an ended one', () => {
    const { state } = play(rules, beginning);
    const outcome = attempt(rules, { by: ada, kind: 'about.end', input: {}, at }, play(rules, beginning)).outcomes.at(
      -1,
    );
    if (outcome?.ok) throw new Error('it ended while people met in it');
    expect(outcome).toEqual({ ok: false, refusal: 'not-now' });
    expect(rules.placeOf(state, cleo)).not.toBeNull();
  });

  test('keeps when it was created and whether it is an example, whatever is edited', () => {
    fc.assert(
      fc.property(commandsOf(rules, 40, 'about'), sent => {
        const { log, state } = playRandom(rules, sent);
        const created = log.find(({ kind }) => kind === 'about.created');
        const now = aboutOf(state);
        if (now.status === 'unborn') throw new Error('every history begins with its creation');
        expect(now.createdAt).toBe(created?.at);
        expect(now.example).toBe((created?.data as typeof input | undefined)?.example);
        expect(now.status === 'ended').toBe(now.endedAt !== null);
      }),
      { numRuns: 100 },
    );
  });

  test('tells its title and goal in the report, and nothing before it is created', () => {
    expect(about.outcome?.(about.initial)).toBeNull();
    expect(about.outcome?.(aboutOf(play(rules, founding).state))).toEqual({ title: 'Local jobs', goal: '' });
  });
});
