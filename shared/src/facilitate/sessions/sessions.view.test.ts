import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempt, beginning, commandsOf, type Play, play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { isHost } from '../../kernel/context.ts';
import { isLobby } from '../../kernel/ids.ts';
import { ada, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { sessions } from './sessions.rules.ts';
import type { Sessions } from './sessions.state.ts';
import type { SessionsView } from './sessions.view.ts';

const [session = ''] = sampleSessions;
const histories = commandsOf(rules, 40, 'sessions');
const audiencesOf = (state: Play['state']) =>
  sampleIds.flatMap(person => {
    const audience = rules.audienceOf(state, person);
    return audience ? [{ person, audience }] : [];
  });
const othersOf = (state: Play['state']) => audiencesOf(state).filter(({ audience }) => !isHost(audience.role));
const seenBy = (state: Play['state'], audience: ReturnType<typeof othersOf>[number]['audience']) =>
  rules.viewOf(state, sessions, audience) as SessionsView;

/** All that somebody sees, positions in the log included: they must not count facts that are for others alone. */
const everything = (state: Play['state'], { person, audience }: ReturnType<typeof othersOf>[number]) =>
  JSON.stringify([rules.slices.map(slice => rules.viewOf(state, slice, audience)), rules.ownOf(state, person)]);

describe('what people who are no hosts see of sessions', () => {
  test('[M14] is the same whether somebody left or was sent out, whatever follows without them', () => {
    let compared = 0;
    const ways = fc.constantFrom(
      (person: string): object => ({ person, bar: false }),
      (person: string): object => ({ person, bar: true }),
    );
    fc.assert(
      fc.property(histories, fc.nat(40), ways, (sent, cut, way) => {
        const before = playRandom(rules, sent.slice(0, beginning.length + cut));
        const seated = audiencesOf(before.state).filter(
          ({ audience }) => audience.place && !isLobby(audience.place.room),
        );
        const host = audiencesOf(before.state).find(({ audience }) => audience.role === 'organiser')?.person ?? '';
        const gone = seated.find(({ person }) => person !== host);
        if (!gone?.audience.place) return;
        const { person } = gone;
        const { session: where, room } = gone.audience.place;
        const at = sent[beginning.length + cut - 1]?.at ?? 1_600_000_000_000;
        const rest = sent
          .slice(beginning.length + cut)
          .filter(one => one.by !== person && !JSON.stringify(one.input).includes(person));
        const after = (one: Sent) => playRandom(rules, rest, attempt(rules, one, { ...before, outcomes: [] })).state;
        const left = after({ by: person, kind: 'sessions.leave', input: { room }, at });
        const out = after({ by: host, kind: 'sessions.expel', input: { session: where, ...way(person) }, at });
        for (const other of othersOf(left).filter(one => one.person !== person)) {
          expect(everything(out, other)).toBe(everything(left, other));
          compared += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test('[M15] names nobody outside their own room but hosts who watch or hear it and who holds a role in a room', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        for (const { audience } of othersOf(state)) {
          for (const shown of Object.values(seenBy(state, audience))) {
            const { plan: _plan, session: _session, ...rest } = shown;
            const seats = rest.status === 'open' ? rest.seats : {};
            for (const { room } of Object.values(seats)) expect(room).toBe(audience.place?.room);
            const watching = rest.status === 'open' ? [...rest.watchedBy, ...rest.heardBy] : [];
            for (const host of watching) expect(isHost(rules.audienceOf(state, host)?.role ?? null)).toBe(true);
            const named = {
              seats: null,
              watchedBy: null,
              heardBy: null,

              appointed: null,
              rooms: null,
              sizes: null,
            };
            const words = JSON.stringify({ ...rest, ...named });
            for (const id of sampleIds) expect(words).not.toContain(id);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[M15] tells who sits with them and how many are inside', () => {
    const { state } = play(rules, [...beginning, { by: dina, kind: 'sessions.enter', input: { session }, at: 1 }]);
    const all = (state.sessions as Sessions)[session];
    const seats = all?.status === 'open' ? all.seats : {};
    const seen = (person: string) => {
      const audience = rules.audienceOf(state, person);
      return audience && seenBy(state, audience)[session];
    };
    expect(seen(ada)).toMatchObject({ seats, inside: 3 });
    expect(seen(cleo)).toMatchObject({ seats: { [cleo]: seats[cleo] }, inside: 3 });
    expect(JSON.stringify(seen(cleo))).not.toContain(dina);
    expect(seen(dina)).toMatchObject({ seats: { [dina]: seats[dina] }, inside: 3 });
  });

  test('is the same object for the same state and room', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { state } = playRandom(rules, sent);
        for (const { audience } of audiencesOf(state)) {
          const again = JSON.parse(JSON.stringify(audience));
          expect(seenBy(state, again)).toBe(seenBy(state, audience));
        }
      }),
      { numRuns: 50 },
    );
  });
});
