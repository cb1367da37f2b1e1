import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, commandsOf, founding, play, playRandom } from './dialogue.samples.ts';
import {
  type Excerpt,
  type Excerpted,
  excerptOf,
  invitationOf,
  type Member,
  maySend,
  outlineOf,
  reachOf,
  dialogueRules as rules,
  seatedIn,
  situationOf,
  summaryFor,
  summaryOf,
} from './dialogue.ts';
import type { Sessions } from './facilitate/sessions/sessions.state.ts';
import type { State } from './kernel/composition.ts';
import { isHost } from './kernel/context.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from './kernel/messages.samples.ts';
import type { People } from './people/people.state.ts';

const histories = commandsOf(rules, 40);
const runs = { numRuns: 100 };
const [session = ''] = sampleSessions;

/** What the lists of a database hold after these changes, one after another. */
function kept(changes: readonly (Excerpt | null)[]): { outline: unknown; members: Map<string, Member> } {
  const members = new Map<string, Member>();
  let outline: unknown = null;
  for (const change of changes) {
    if (!change) continue;
    outline = JSON.parse(change.outline);
    for (const member of change.members) members.set(member.person, member);
  }
  return { outline, members };
}

describe('what lists tell of a dialogue', () => {
  test('names nobody and gives no address', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        const { change } = excerptOf(null, state);
        for (const { name, email } of Object.values(state.people as People))
          for (const secret of [name, email])
            if (secret && secret.length > 3 && !(change?.outline ?? '').includes(`"title":"${secret}`))
              expect(JSON.stringify(change?.members)).not.toContain(secret);
        expect(change?.outline).not.toContain('@example.org');
      }),
      runs,
    );
  });

  test('is the same, whether it was kept commit by commit or is told from the state', () => {
    fc.assert(
      fc.property(histories, sent => {
        const changes: (Excerpt | null)[] = [];
        let excerpted: Excerpted | null = null;
        let state: State = rules.initial;
        for (const fact of playRandom(rules, sent).log) {
          state = rules.evolve(state, fact);
          const told = excerptOf(excerpted, state);
          changes.push(told.change);
          excerpted = told.excerpted;
        }
        const { outline, members } = kept(changes);
        expect(outline).toEqual(JSON.parse(JSON.stringify(outlineOf(state))));
        expect([...members.keys()].sort()).toEqual(Object.keys(state.people as People).sort());
        for (const member of members.values()) {
          const current = (state.people as People)[member.person];
          expect(member).toMatchObject({
            role: current?.status === 'active' ? current.role : null,
            link: current?.link,
          });
        }
      }),
      runs,
    );
  });

  test('is written only when it has changed', () => {
    const before = play(rules, beginning);
    const { state } = before;
    const { excerpted, change } = excerptOf(null, state);
    expect(change).not.toBeNull();
    expect(excerptOf(excerpted, state).change).toBeNull();
    const said = {
      by: cleo,
      kind: 'chat.say',
      input: { room: `${session}/plenary`, message: dina, text: 'x' },
      at: 2e12,
    };
    const after = play(rules, [said], before).state;
    expect(excerptOf(excerpted, after).change).toBeNull();
  });

  test('opens the list to those whose link or account opens the dialogue, and to nobody else', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 3 }), (sent, version) => {
        const { state } = playRandom(rules, sent);
        for (const person of sampleIds) {
          const found = (state.people as People)[person];
          const byLink = summaryOf(state, person, version);
          const byAccount = summaryOf(state, person, null);
          expect(byAccount === null).toBe(found?.status !== 'active');
          expect(byLink === null).toBe(found?.status !== 'active' || found.link !== version);
          if (byAccount) expect(byAccount.role).toBe(found?.role);
        }
      }),
      runs,
    );
    const outline = outlineOf(play(rules, founding).state);
    if (!outline) throw new Error('it is founded');
    expect(summaryFor(outline, { person: ada, role: null, link: 1 }, null)).toBeNull();
  });

  test('is nothing before the dialogue is created', () => {
    expect(outlineOf(rules.initial)).toBeNull();
    expect(invitationOf(rules.initial, ada)).toBeNull();
    expect(summaryOf(rules.initial, ada, null)).toBeNull();
  });
});

describe('an invitation', () => {
  test('tells a guest their own name and the organiser’s, and of the others their towns alone', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        const people = Object.values(state.people as People);
        for (const { person, name } of people) {
          const invitation = invitationOf(state, person);
          expect(invitation?.name).toBe(name);
          const {
            inviter,
            name: _name,
            title: _title,
            goal: _goal,
            sessions: _sessions,
            role: _role,
            towns,
            cluster,
            ...counts
          } = invitation ?? { towns: [], cluster: null };
          expect(people.some(one => one.name === inviter) || inviter === null || inviter === undefined).toBe(true);
          expect(new Set(towns).size).toBe(towns.length);
          expect(Object.keys(cluster ?? {}).every(key => ['names', 'mark', 'towns'].includes(key))).toBe(true);
          expect(Object.keys(counts).sort()).toEqual(['countries', 'municipalities', 'people']);
        }
      }),
      runs,
    );
  });
});

describe('who may send what', () => {
  test('nobody from a lobby, no observer, and nobody who sits nowhere', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        for (const person of sampleIds)
          for (const source of ['microphone', 'camera', 'screen'] as const) {
            if (!maySend(state, person, source)) continue;
            const place = rules.placeOf(state, person);
            expect(place?.room.endsWith('/lobby')).toBe(false);
            expect(rules.roleIn(state, person, place?.room ?? '')).not.toBe('observer');
            expect(seatedIn(state).has(person)).toBe(true);
          }
      }),
      runs,
    );
  });

  test('Cleo speaks in the plenary, Dina, who observes from outside, does not', () => {
    const { state } = play(rules, beginning);
    expect([ada, ben, cleo, dina].map(person => maySend(state, person, 'microphone'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(maySend(state, cleo, 'screen')).toBe(false);
  });
});

describe('who is heard beyond their room', () => {
  test('[M20] [M21] hosts alone, in breakouts that are open or by somebody else inside, and they hear one open room that is not their own', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        for (const person of sampleIds) {
          const { listens, addresses } = reachOf(state, person);
          if (listens === null && addresses === null) continue;
          expect(isHost(rules.audienceOf(state, person)?.role ?? null)).toBe(true);
          if (listens !== null) expect(rules.isOpenRoom(state, listens)).toBe(true);
          expect(listens).not.toBe(rules.placeOf(state, person)?.room);
          if (addresses?.to === 'person') expect(addresses.person).not.toBe(person);
          if (addresses?.to !== 'rooms') continue;
          for (const room of addresses.rooms) {
            expect(rules.isOpenRoom(state, room)).toBe(true);
            expect(room).not.toMatch(/lobby|plenary/);
          }
        }
      }),
      runs,
    );
  });

  test('[M21] who speaks to all rooms is heard in every breakout, and in no other room', () => {
    const { state } = play(rules, beginning);
    const plenary = `${session}/plenary`;
    const breakout = `${session}/${dina}`;
    const open = (state.sessions as Sessions)[session];
    const seat = { room: plenary, since: 0, lostAt: null, addresses: { to: 'rooms', rooms: 'all' } };
    const sessions = { [session]: { ...open, rooms: [`${session}/lobby`, plenary, breakout], seats: { [ada]: seat } } };
    expect(reachOf({ ...state, sessions }, ada)).toEqual({
      listens: null,
      addresses: { to: 'rooms', rooms: [breakout] },
    });
    expect(reachOf({ ...state, sessions }, ben)).toEqual({ listens: null, addresses: null });
  });
});

describe('what permission depends on', () => {
  test('is the same, told from anybody’s view as from the state', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        for (const person of sampleIds) {
          const audience = rules.audienceOf(state, person);
          if (!audience) continue;
          const view = Object.fromEntries(
            rules.slices.map(slice => [slice.name, rules.viewOf(state, slice, audience)]),
          );
          const seen = situationOf(view as never);
          const room = `${session}/plenary`;
          expect(seen.isOpenRoom(room)).toBe(rules.isOpenRoom(state, room));
          expect(seen.roleIn(person, room)).toBe(rules.roleIn(state, person, room));
        }
      }),
      runs,
    );
  });
});
