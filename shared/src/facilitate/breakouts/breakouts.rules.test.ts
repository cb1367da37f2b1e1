import { describe, expect, test } from 'vitest';
import {
  attempt,
  founding,
  groupingInput,
  type Play,
  passTime,
  personInput,
  play,
  sessionInput,
} from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { plenaryOf } from '../../kernel/ids.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { openSession, type Sessions } from '../sessions/sessions.state.ts';
import type { LateRule } from './breakouts.messages.ts';
import type { Breakouts } from './breakouts.state.ts';
import { ownOf } from './breakouts.view.ts';

const [session = ''] = sampleSessions;
const plenary = plenaryOf(session);
const [first, second, third] = [ada, ben, cleo].map(id => `${session}/${id}`) as [string, string, string];
const [one, two] = [ada, ben];
const begun = 1_700_000_000_000;
const minute = 60_000;
const notice = limits.noticeOfMove;

/** A dialogue at an instant (ms since the epoch). */
type Story = { play: Play; at: number };

/** So much later, with all that time brings. */
function later({ play: before, at }: Story, ms: number): Story {
  const now = at + ms;
  let after = before;
  // What falls due may bring the next thing about.
  while ((rules.deadline(after.state) ?? Number.POSITIVE_INFINITY) <= now) after = passTime(rules, now, after);
  return { play: after, at: now };
}

const does = (story: Story, by: string, kind: string, input: object): Story => ({
  ...story,
  play: play(rules, [{ by, kind, input, at: story.at }], story.play),
});
const refusal = (story: Story, by: string, kind: string, input: object) => {
  const last = attempt(rules, { by, kind, input, at: story.at }, story.play).outcomes.at(-1);
  return last?.ok ? null : last?.refusal;
};

const open = ({ play: { state } }: Story) => openSession(state.sessions as Sessions, session);
const roomOf = (story: Story, person: string) => open(story)?.seats[person]?.room ?? null;
const breakouts = ({ play: { state } }: Story) => state.breakouts as Breakouts;
const live = (story: Story) => breakouts(story).live[session] ?? null;
const sentOf = (story: Story, person: string) => ownOf(breakouts(story), person).sent;
const kindsSince = (before: Story, after: Story) => after.play.log.slice(before.play.log.length);

/** Ada organises and sits in the plenary with Ben and Cleo; Dina is not there yet. Two groupings are prepared. */
const start: Story = [
  ['sessions.plan', sessionInput(session)] as const,
  ['sessions.open', { session, admission: 'direct' }] as const,
  ['breakouts.prepare', groupingInput(one, { [first]: [ben], [second]: [cleo] })] as const,
  ['breakouts.prepare', groupingInput(two, { [third]: [ben, cleo] })] as const,
].reduce((story, [kind, input]) => does(story, ada, kind, input), {
  at: begun,
  play: play(rules, [
    ...founding,
    {
      by: ada,
      kind: 'people.add',
      input: { people: [ben, cleo, dina].map((person, at) => personInput(person, ['Ben', 'Cleo', 'Dina'][at] ?? '')) },
      at: begun,
    },
  ]),
} satisfies Story);
const seated = [ada, ben, cleo].reduce((story, by) => does(story, by, 'sessions.enter', { session }), start);

const opened = (from: Story, grouping = one) => does(from, ada, 'breakouts.open', { session, grouping });
const inRooms = later(opened(seated), notice);

const ruled = (late: LateRule, from = seated) =>
  does(from, ada, 'breakouts.rule', { grouping: one, minutes: 20, late, plenary: 'closed', seats: null });
/** Dina comes while breakouts are open by this rule. */
const comesLate = (late: LateRule, from = seated) =>
  does(later(opened(ruled(late, from)), minute), dina, 'sessions.enter', { session });

describe('[B7] somebody who comes while breakouts are open', () => {
  test('goes to the smallest room, and is told so five seconds before', () => {
    const crowded = does(seated, ada, 'breakouts.place', { grouping: one, people: [cleo], room: first });
    const came = comesLate('smallest', crowded);
    expect(roomOf(came, dina)).toBe(plenary);
    expect(sentOf(came, dina)).toEqual({ session, room: second, at: came.at + notice, why: 'late' });
    expect(roomOf(later(came, notice - 1), dina)).toBe(plenary);
    expect(roomOf(later(came, notice), dina)).toBe(second);
  });

  test('goes to the room of their cluster, and nowhere by it while they are in none', () => {
    const arranged = {
      ...{ arrangement: sampleIds[6], title: 'Two', origin: 'hand', people: [dina] },
      clusters: [{ cluster: 'c2', names: { en: 'Water' }, size: 1 }],
    };
    const other = groupingInput(sampleIds[6] ?? '', {
      [`${session}/${dina}`]: [ben],
      [`${session}/${sampleIds[6]}`]: [],
    });
    const clustered = {
      ...other,
      rooms: other.rooms.map((room, at) => ({ ...room, cluster: `c${at + 1}` })),
    };
    const prepared = does(seated, ada, 'breakouts.prepare', clustered);
    const byCluster = does(prepared, ada, 'breakouts.rule', {
      ...{ grouping: clustered.grouping, minutes: null, late: 'cluster', plenary: 'closed', seats: null },
    });
    const enters = (from: Story) =>
      does(later(opened(from, clustered.grouping), minute), dina, 'sessions.enter', { session });
    expect(sentOf(enters(byCluster), dina)).toBeNull();
    const proposed = does(byCluster, ada, 'cluster.propose', { ...arranged, settings: settingsIn(byCluster) });
    const published = does(proposed, ada, 'cluster.publish', { arrangement: arranged.arrangement });
    expect(sentOf(enters(published), dina)?.room).toBe(`${session}/${sampleIds[6]}`);
  });

  test('waits in the plenary where a host is to decide, and goes where the host says', () => {
    const came = later(comesLate('ask'), minute);
    expect([roomOf(came, dina), sentOf(came, dina)]).toEqual([plenary, null]);
    expect(refusal(came, dina, 'breakouts.enter', { session, room: second })).toBe('breakouts.not-allowed');
    const moved = does(came, ada, 'breakouts.move', { session, people: [dina], room: second });
    expect(roomOf(later(moved, notice), dina)).toBe(second);
  });

  test('chooses, where that is the rule, and once only', () => {
    const came = comesLate('choose');
    expect([roomOf(came, dina), sentOf(came, dina)]).toEqual([plenary, null]);
    const chose = does(came, dina, 'breakouts.enter', { session, room: second });
    expect(roomOf(chose, dina)).toBe(second);
    expect(refusal(chose, dina, 'breakouts.enter', { session, room: first })).toBe('breakouts.not-allowed');
  });
});

describe('[B4] from one round to the next', () => {
  test('people go straight from room to room, and the first round has been held', () => {
    const rotating = opened(later(inRooms, minute), two);
    expect([roomOf(rotating, ben), roomOf(rotating, cleo)]).toEqual([first, second]);
    expect(open(rotating)?.rooms).toEqual(expect.arrayContaining([first, second, third]));
    const rotated = later(rotating, notice);
    expect([roomOf(rotated, ben), roomOf(rotated, cleo)]).toEqual([third, third]);
    expect(open(rotated)?.rooms).not.toContain(first);
    const rooms = kindsSince(inRooms, rotated).flatMap(({ kind, data }) =>
      kind === 'sessions.moved' ? [(data as { room: string }).room] : [],
    );
    expect(rooms).toEqual([third, third]);
    expect(breakouts(rotated).groupings[one]?.runs).toHaveLength(1);
    expect(breakouts(rotated).groupings[two]?.runs).toHaveLength(0);
  });
});

describe('somebody who loses the connection in a breakout', () => {
  const lost = does(inRooms, 'engine', 'sessions.lose', { person: cleo });

  test('is where they were when it comes back in time', () => {
    const back = does(later(lost, limits.heldPlace - 1), 'engine', 'sessions.regain', { person: cleo });
    expect(roomOf(back, cleo)).toBe(second);
  });

  test('[B7] goes back there when they come again after their place was given up', () => {
    const gone = later(lost, limits.heldPlace);
    expect(roomOf(gone, cleo)).toBeNull();
    const again = does(gone, cleo, 'sessions.enter', { session });
    expect(sentOf(again, cleo)).toMatchObject({ room: second, why: 'back' });
    expect(roomOf(later(again, notice), cleo)).toBe(second);
  });
});

describe('[B6] the end', () => {
  test('that comes while people are still on their way lets nobody go', () => {
    const opening = later(opened(seated), notice - 1);
    const closed = does(opening, ada, 'breakouts.close', { session, when: 'now' });
    const after = later(closed, minute);
    expect([live(after), roomOf(after, ben), roomOf(after, cleo)]).toEqual([null, plenary, plenary]);
    expect(kindsSince(seated, after).map(({ kind }) => kind)).not.toContain('sessions.moved');
  });

  test('of the session is theirs too; reopened, it has no breakouts, and these can be opened again', () => {
    const closed = does(later(inRooms, minute), ada, 'sessions.close', { session });
    expect(live(closed)).toBeNull();
    expect(breakouts(closed).groupings[one]?.runs).toHaveLength(1);
    const reopened = does(later(closed, minute), ada, 'sessions.reopen', { session });
    expect(open(reopened)?.rooms).not.toContain(first);
    const back = [ada, ben].reduce((story, by) => does(story, by, 'sessions.enter', { session }), reopened);
    expect(roomOf(back, ben)).toBe(plenary);
    expect(roomOf(later(opened(back), notice), ben)).toBe(first);
  });

  test('[B12] is half a minute away at least when the time is shortened, and then all are in the plenary', () => {
    const timed = later(opened(ruled('ask')), notice + minute);
    expect(live(timed)?.endsAt).toBe(seated.at + notice + 20 * minute);
    const short = does(timed, ada, 'breakouts.time', { session, minutes: -200 });
    expect(live(short)?.endsAt).toBe(timed.at + 30_000);
    expect(roomOf(later(short, 29_999), ben)).toBe(first);
    const over = later(short, 30_000);
    expect([live(over), roomOf(over, ben), roomOf(over, cleo)]).toEqual([null, plenary, plenary]);
  });

  test('that is called off goes on until it would have ended', () => {
    const timed = later(opened(ruled('ask')), notice + minute);
    const closing = does(timed, ada, 'breakouts.close', { session, when: 'soon' });
    expect(live(closing)?.endsAt).toBe(closing.at + limits.breakoutGrace);
    const stayed = does(later(closing, 1_000), ada, 'breakouts.stay', { session });
    expect(live(stayed)?.endsAt).toBe(live(timed)?.endsAt);
    expect(roomOf(later(stayed, limits.breakoutGrace), ben)).toBe(first);
  });
});

describe('what somebody may do in one room', () => {
  test('[M16] who is named its facilitator while it is open leads that room, no other, and no longer', () => {
    const named = does(inRooms, ada, 'breakouts.appoint', {
      grouping: one,
      room: first,
      role: 'facilitator',
      person: ben,
    });
    const roles = ({ play: { state } }: Story) => [first, second, plenary].map(room => rules.roleIn(state, ben, room));
    expect(roles(inRooms)).toEqual(['participant', 'participant', 'participant']);
    expect(roles(named)).toEqual(['facilitator', 'participant', 'participant']);
    const closed = does(named, ada, 'breakouts.close', { session, when: 'now' });
    expect(roles(closed)).toEqual(['participant', 'participant', 'participant']);
    expect(roles(later(opened(closed), notice))).toEqual(['facilitator', 'participant', 'participant']);
    const unnamed = does(closed, ada, 'breakouts.appoint', {
      ...{ grouping: one, room: first, role: 'facilitator', person: cleo },
    });
    expect(roles(later(opened(unnamed), notice)), 'somebody else was named meanwhile').toEqual(roles(inRooms));
  });

  test('[M21] a whisper ends when the one who hears it leaves the session, or the dialogue', () => {
    const whispering = does(inRooms, ada, 'sessions.address', { session, to: { to: 'person', person: ben } });
    const addresses = (story: Story) => open(story)?.seats[ada]?.addresses ?? null;
    expect(addresses(whispering)).toEqual({ to: 'person', person: ben });
    expect(addresses(does(whispering, ben, 'sessions.leave', { room: first }))).toBeNull();
    const removed = does(whispering, ada, 'people.remove', { people: [ben] });
    expect(addresses(removed)).toBeNull();
  });
});

/** The settings that clusters are proposed by, as the dialogue has them. */
function settingsIn({ play: { state } }: Story): object {
  return (state.cluster as { settings: object }).settings;
}
