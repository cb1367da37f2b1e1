import { describe, expect, test } from 'vitest';
import {
  attempt,
  firstRoom,
  inBreakouts,
  type Play,
  passTime,
  play,
  type Sent,
  secondRoom,
} from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { plenaryOf } from '../../kernel/ids.ts';
import { ada, ben, cleo, dina, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import type { Sessions } from '../sessions/sessions.state.ts';
import type { BreakoutsOwn, BreakoutsView } from './breakouts.view.ts';
import { olderIn } from './prepared.ts';

const [session = ''] = sampleSessions;
const plenary = plenaryOf(session);
const start = 1_600_000_000_000;
const sent = (by: string, kind: string, input: object, at = start): Sent => ({ by, kind, input, at });
const open = play(
  rules,
  inBreakouts.map(one => ({ ...one, at: start })),
);
const after = (from: Play, ...commands: Sent[]) => play(rules, commands, from);
const roomOf = ({ state }: Play, person: string) => rules.audienceOf(state, person)?.place?.room;
const entering = (by: string, room: string) => sent(by, 'breakouts.enter', { session, room });
const viewFor = ({ state }: Play, person: string) => {
  const audience = rules.audienceOf(state, person);
  return audience && (rules.viewOf(state, slices.breakouts, audience) as BreakoutsView);
};

describe('while breakouts are open', () => {
  test('[B8] people go to the plenary only where the grouping lets them, and come back to their own room', () => {
    const rule = (to: string) => ({ grouping: ada, minutes: 20, late: 'ask', plenary: to, seats: null });
    const refused = attempt(rules, entering(cleo, plenary), open);
    expect(refused.outcomes.at(-1)).toEqual({ ok: false, refusal: 'breakouts.not-allowed' });
    const out = after(open, sent(ada, 'breakouts.rule', rule('open')), entering(cleo, plenary));
    expect(roomOf(out, cleo)).toBe(plenary);
    expect(roomOf(after(out, entering(cleo, firstRoom)), cleo)).toBe(firstRoom);
  });

  test('[B5] each goes when their own five seconds are over', () => {
    const moved = (person: string, room: string, at: number) =>
      sent(ada, 'breakouts.move', { session, people: [person], room }, at);
    const both = after(open, moved(cleo, secondRoom, start), moved(ben, firstRoom, start + 3_000));
    const first = passTime(rules, start + limits.noticeOfMove, both);
    expect([roomOf(first, cleo), roomOf(first, ben)]).toEqual([secondRoom, secondRoom]);
    const second = passTime(rules, start + 3_000 + limits.noticeOfMove, first);
    expect(roomOf(second, ben)).toBe(firstRoom);
  });

  test('a host who goes from room to room is led back to where they began', () => {
    const from = ({ state }: Play) => (rules.ownOf(state, ada).breakouts as BreakoutsOwn).from;
    const away = after(open, entering(ada, firstRoom), entering(ada, secondRoom));
    expect(from(away)).toBe(plenary);
    expect(from(after(away, entering(ada, plenary)))).toBe(null);
  });

  test('[B10] what one room is told, no other room sees', () => {
    const told = after(
      open,
      sent(ada, 'breakouts.broadcast', {
        session,
        broadcast: dina,
        rooms: [firstRoom],
        text: 'Ten more',
        material: [],
      }),
    );
    const seen = (person: string, room: string) =>
      viewFor(told, person)?.live[session]?.inside[room]?.broadcasts.length;
    expect([seen(cleo, firstRoom), seen(ben, secondRoom)]).toEqual([1, 0]);
  });

  test('[M23] a visit ends when the connection did, not when the place was given up', () => {
    const lost = after(open, sent('engine', 'sessions.lose', { person: cleo }, start + 60_000));
    const gone = passTime(rules, start + 60_000 + limits.heldPlace, lost);
    const kept = (gone.state.sessions as Sessions)[session];
    expect(kept?.status === 'open' && kept.visits[firstRoom]).toEqual([
      { person: cleo, from: start, to: start + 60_000 },
    ]);
  });
});

test('a text is older than another one when it was not changed within a minute of it', () => {
  const written = (at: number) => ({ text: 'Water', at });
  expect(olderIn({ en: written(0), ar: written(limits.olderText) })).toEqual([]);
  expect(olderIn({ en: written(0), ar: written(limits.olderText + 1) })).toEqual(['en']);
  expect(olderIn({})).toEqual([]);
});
