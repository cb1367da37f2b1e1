import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, firstRoom, inBreakouts, personInput, playRandom } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { plenaryOf } from '../../kernel/ids.ts';
import { ada, ben, cleo, dina, sampleSessions } from '../../kernel/messages.samples.ts';
import { type Role, roles } from '../../kernel/messages.ts';
import { outcomeInput } from './notes.samples.ts';
import type { Notes } from './notes.state.ts';
import { noteKinds } from './outcomes.ts';

const histories = commandsOf(rules, 40, 'notes').map(sent => playRandom(rules, sent));
const notesOf = (state: unknown) => (state as { notes: Notes }).notes;
const [session = ''] = sampleSessions;
const unknown = '00000000-aaaa-4000-8000-00000000ffff';

describe('notes', () => {
  test('[N1] an outcome is once in the register, where it is found, and keeps who wrote it first and when', () => {
    fc.assert(
      fc.property(histories, ({ state, log }) => {
        const { sessions, where } = notesOf(state);
        const all = Object.values(sessions).flatMap(({ outcomes }) => Object.values(outcomes));
        expect(all.map(({ outcome }) => outcome).sort()).toEqual(Object.keys(where).sort());
        for (const one of all) {
          const told = log.filter(
            ({ kind, data }) => kind.startsWith('notes.') && (data as { outcome?: string }).outcome === one.outcome,
          );
          const begun = told.findLastIndex(({ kind }) => kind === 'notes.created');
          expect(told[begun]).toMatchObject({ at: one.at, data: { by: one.by } });
          expect(told.slice(begun + 1).map(({ kind }) => kind)).not.toContain('notes.withdrawn');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[N1] created, changed and withdrawn follow one another: nothing is created twice or withdrawn unknown', () => {
    fc.assert(
      fc.property(histories, ({ log }) => {
        const there = new Set<string>();
        for (const { kind, data } of log) {
          const { outcome = '' } = data as { outcome?: string };
          if (kind === 'notes.created') expect(there.has(outcome)).toBe(false);
          if (kind === 'notes.changed' || kind === 'notes.withdrawn') expect(there.has(outcome)).toBe(true);
          if (kind === 'notes.created') there.add(outcome);
          if (kind === 'notes.withdrawn') there.delete(outcome);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[N2] what was read once more leaves no fact', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const { outcomes } of Object.values(notesOf(state).sessions))
          for (const { at: _, changedAt: __, ...one } of Object.values(outcomes)) {
            const decided = slices.notes.decide.read(notesOf(state), one, {} as never);
            expect(decided).toEqual({ ok: true, facts: [] });
          }
      }),
      { numRuns: 150 },
    );
  });

  test('parts of the state make the same state again', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        const kept = JSON.parse(JSON.stringify(slices.notes.parts?.split(notesOf(state))));
        expect(slices.notes.parts?.join(kept)).toEqual(notesOf(state));
      }),
      { numRuns: 100 },
    );
  });
});

describe('who may do what with a document', () => {
  const now = 1_600_000_000_000;
  const start = playRandom(rules, inBreakouts).state;
  const access = (state: typeof start, person: string, kind: string, room: string) =>
    rules.documentAccess(state, person, kind, room, now);

  test('[N3] [N4] [N5] people write in their own room, hosts everywhere, and others see nothing of an open room', () => {
    const rooms = [plenaryOf(session), firstRoom];
    const place = rules.placeOf(start, cleo)?.room ?? '';
    expect(rooms).toContain(place);
    const other = rooms.find(room => room !== place) ?? '';
    expect(access(start, cleo, 'notes', place)).toBe('write');
    expect(access(start, cleo, 'notes', other)).toBeNull();
    for (const host of [ada, ben]) for (const room of rooms) expect(access(start, host, 'notes', room)).toBe('write');
    for (const room of rooms) expect(access(start, dina, 'notes', room)).toBeNull();
  });

  test('nothing is given to strangers, nor of kinds and rooms that do not exist, whatever happened before', () => {
    fc.assert(
      fc.property(commandsOf(rules, 20), sent => {
        const { state } = playRandom(rules, sent);
        for (const kind of noteKinds) {
          expect(access(state, unknown, kind, plenaryOf(session))).toBeNull();
          for (const room of [`${session}/lobby`, `${session}/${unknown}`, plenaryOf(unknown)])
            for (const person of [ada, cleo]) expect(access(state, person, kind, room)).toBeNull();
        }
        for (const kind of ['', 'constructor', 'toString', 'chat']) {
          expect(access(state, ada, kind, plenaryOf(session))).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[N4] whoever writes may write by the table of their role, and never as observer or interpreter', () => {
    fc.assert(
      fc.property(commandsOf(rules, 25), sent => {
        const { state } = playRandom(rules, sent);
        const room = plenaryOf(session);
        for (const person of [ada, ben, cleo, dina]) {
          const role: Role | null = rules.roleIn(state, person, room);
          if (access(state, person, 'notes', room) === 'write') {
            expect(roles.filter(one => one !== 'observer' && one !== 'interpreter')).toContain(role);
          }
          if (access(state, person, 'output', room) === 'write')
            expect(['organiser', 'facilitator', 'note-taker']).toContain(role);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[N7] whoever waits in a lobby reads nothing, not even what everybody may', () => {
    const waits = [
      { by: ada, kind: 'people.edit', input: personInput(dina, 'Dina'), at: 2 },
      { by: dina, kind: 'sessions.enter', input: { session }, at: 2 },
    ];
    const { state } = playRandom(rules, [...inBreakouts, ...waits]);
    expect(rules.placeOf(state, dina)?.room).toBe(`${session}/lobby`);
    for (const kind of noteKinds) expect(access(state, dina, kind, plenaryOf(session))).toBeNull();
    const { state: outside } = playRandom(rules, inBreakouts);
    expect(access(outside, dina, 'output', plenaryOf(session))).toBe('read');
  });

  test('[N6] what is signed off is read by those who would write it, until it is opened again', () => {
    const room = plenaryOf(session);
    const signed = playRandom(rules, [
      ...inBreakouts,
      { by: ada, kind: 'notes.sign', input: { session }, at: now },
    ]).state;
    expect([access(start, ada, 'output', room), access(signed, ada, 'output', room)]).toEqual(['write', 'read']);
    expect(access(signed, ada, 'notes', room)).toBe('write');
    const again = [
      { by: ada, kind: 'notes.sign', input: { session }, at: now },
      { by: ben, kind: 'notes.unsign', input: { session }, at: now },
    ];
    expect(access(playRandom(rules, [...inBreakouts, ...again]).state, ada, 'output', room)).toBe('write');
  });
});

test('[N7] the register is seen inside the session, and in the lobby by nobody', () => {
  const read = {
    by: 'engine',
    kind: 'notes.read',
    input: outcomeInput(ada, firstRoom),
    at: 1_600_000_000_000,
  } as const;
  const { state } = playRandom(rules, [...inBreakouts, read]);
  const seen = (room: string | null) =>
    slices.notes.view(notesOf(state), { role: 'participant', place: room ? { session, room } : null, watches: [] });
  expect(Object.keys(seen(plenaryOf(session)).register)).toEqual([ada]);
  expect(seen(`${session}/lobby`)).toMatchObject({ register: {}, sessions: {} });
  expect(seen(null)).toMatchObject({ register: {}, sessions: { [session]: { counts: { practice: 1 } } } });
});
