import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { attempt, beginning, play } from '../dialogue.samples.ts';
import { slices, stateQueries } from '../dialogue.ts';
import type { RuleContext } from './context.ts';
import { ada, ben, cleo, sampleSessions } from './messages.samples.ts';
import { composeRules } from './rules.ts';
import { type AnySlice, accept, type Fact, type Fault, type Recorded } from './slice.ts';

const [session = ''] = sampleSessions;
const plenary = `${session}/plenary`;
const nothing = z.strictObject({});

/** A slice of this test alone, added to those of every dialogue. */
const withSlice = (more: Partial<AnySlice>) =>
  composeRules(
    [
      ...Object.values(slices),
      {
        name: 'echo',
        messages: {
          begin: { input: nothing, by: { organiser: 'dialogue' }, phases: ['live'], rate: 'light', bytes: 16 },
        },
        facts: { 'echo.heard': nothing },
        refusals: [],
        initial: [],
        stateVersion: 1,
        factVersion: 1,
        decide: { begin: () => accept({ kind: 'echo.heard', data: {} }) },
        evolve: (state: unknown) => state,
        view: () => null,
        ...more,
      },
    ],
    stateQueries,
  );

/** Follows every fact of every slice, and those of this test. */
const followAll = (
  follow: (state: unknown, fact: Recorded, context: RuleContext) => Fact[],
): NonNullable<AnySlice['follow']> => {
  const kinds = Object.values(slices).flatMap(({ facts }) => Object.keys(facts));
  return Object.fromEntries([...kinds, 'echo.heard'].map(kind => [kind, follow]));
};

describe('what a fact entails', () => {
  test('[S12] a slice that follows a fact sees the state and the context after it', () => {
    const seen: { kind: string; context: RuleContext; here: string[] }[] = [];
    const rules = withSlice({
      follow: followAll((_, fact, context) => {
        seen.push({ kind: fact.kind, context, here: context.peopleIn(plenary) });
        return [];
      }),
    });
    play(rules, beginning);
    const admitted = seen.filter(({ kind }) => kind === 'sessions.admitted');
    expect(admitted.at(-1)?.here.sort()).toEqual([ada, ben, cleo].sort());
    expect(seen.find(({ kind }) => kind === 'sessions.opened')?.context.phase).toBe('live');
    const own = seen.find(({ kind, here }) => kind === 'sessions.entered' && here.includes(ada));
    expect(own?.context.actor).toMatchObject({ person: ada, place: { session, room: plenary } });
  });

  test('consequences that never end are a fault of the command, and change nothing', () => {
    const rules = withSlice({
      follow: followAll((_, { kind }) => (kind === 'echo.heard' ? [{ kind: 'echo.heard', data: {} }] : [])),
    });
    const before = play(rules, beginning);
    const after = attempt(rules, { by: ada, kind: 'echo.begin', input: {}, at: 2e12 }, before);
    expect(after.outcomes.at(-1)).toEqual({ ok: false, refusal: 'fault' });
    expect(after.state).toBe(before.state);
  });
});

describe('a slice that throws', () => {
  const broken = () => {
    throw new Error('a defect');
  };

  test('[S13] in its tick or deadline leaves the others theirs, and is reported', () => {
    const rules = withSlice({ tick: broken, deadline: broken });
    const lost = play(rules, [
      ...beginning,
      { by: 'engine', kind: 'sessions.lose', input: { person: cleo }, at: 1_600_000_000_000 },
    ]);
    const faults: Fault[] = [];
    const report = (fault: Fault) => faults.push(fault);
    const due = rules.deadline(lost.state, report);
    expect(due).not.toBeNull();
    const { facts } = rules.tick(lost.state, due ?? 0, lost.log.length, report);
    expect(facts.map(({ kind }) => kind)).toContain('sessions.left');
    expect(faults.map(({ slice, member }) => `${slice} ${member}`)).toEqual(['echo deadline', 'echo tick']);
  });

  test('[S13] in its outcome leaves the others their part of the report', () => {
    const rules = withSlice({ outcome: broken });
    const faults: Fault[] = [];
    const sections = rules.report(play(rules, beginning).state, fault => faults.push(fault));
    expect(sections.find(({ slice }) => slice === 'echo')?.outcome).toBeNull();
    expect(sections.filter(({ outcome }) => outcome !== null).length).toBeGreaterThan(2);
    expect(faults).toHaveLength(1);
  });
});

describe('facts of another release', () => {
  test('[S14] an older fact is read in today’s form, a later one is recognised', () => {
    const rules = withSlice({
      factVersion: 3,
      upcast: ({ kind, v, data }) => ({ kind, data: { from: v, ...(data as object) } }),
    });
    const fact = { kind: 'echo.heard', data: { word: 'x' }, personal: null, seq: 1, at: 1, actor: ada };
    expect(rules.upcast({ ...fact, v: 1 })).toEqual({ ...fact, v: 3, data: { from: 1, word: 'x' } });
    expect(rules.upcast({ ...fact, v: 3 })).toEqual({ ...fact, v: 3 });
    expect([rules.isFromLater({ ...fact, v: 3 }), rules.isFromLater({ ...fact, v: 4 })]).toEqual([false, true]);
  });
});
