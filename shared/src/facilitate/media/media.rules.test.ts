import { describe, expect, test } from 'vitest';
import { attempt, beginning, personInput, play, type Sent } from '../../dialogue.samples.ts';
import { alwaysHeard, maySend, dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { floorRule } from '../floor/floor.samples.ts';
import { type MediaView, media } from './media.rules.ts';
import { type Media, mediaOf } from './media.state.ts';

const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const lobby = `${session}/lobby`;
const emil = sampleIds[6] ?? '';
const t0 = 1_700_000_000_000;
const at = (sent: Sent[], now = t0) => sent.map(one => ({ ...one, at: now }));

/** Ada organises, Ben facilitates, Cleo and one more take part; Dina observes: all of them are in the plenary. */
const begun = play(
  rules,
  at([
    ...beginning,
    { by: ada, kind: 'people.add', input: { people: [personInput(emil, 'Emil')] }, at: 0 },
    ...[dina, emil].map(by => ({ by, kind: 'sessions.enter', input: { session }, at: 0 })),
    { by: ada, kind: 'sessions.admit', input: { session, people: 'all' }, at: 0 },
  ]),
);
type At = typeof begun;
const send = (from: At, by: Sent['by'], name: string, input: object = {}, now = t0) =>
  attempt(rules, { by, kind: `media.${name}`, input: { room, ...input }, at: now }, from);
const steps = (from: At, ...list: [by: string, name: string, input?: object][]) =>
  list.reduce((now, [by, name, input]) => send(now, by, name, input), from);
const last = ({ outcomes }: At) => outcomes.at(-1);
/** What came of the last command, as far as it is about media and seats. */
const kinds = (from: At) => {
  const outcome = last(from);
  const told = /^(media|sessions)\./;
  return outcome?.ok ? outcome.facts.map(({ kind }) => kind).filter(kind => told.test(kind)) : outcome?.refusal;
};
const now = ({ state }: At) => mediaOf(state.media as Media, room);
const seen = (from: At, person: string): MediaView[string] | undefined => {
  const audience = rules.audienceOf(from.state, person);
  return audience ? (rules.viewOf(from.state, media, audience) as MediaView)[room] : undefined;
};
const asked = (from: At, person: string) => rules.ownOf(from.state, person).media;
const muteAll = { source: 'microphone', people: 'all' };

describe('what the floor stops', () => {
  const give = (others: string, person: string, from = begun) =>
    [
      { by: ada, kind: 'floor.rule', input: floorRule(session, { others }) },
      { by: ada, kind: 'floor.give', input: { room, person } },
    ].reduce<At>((at0, one) => attempt(rules, { ...one, at: t0 }, at0), from);

  test('[V12] whoever gets the floor is heard with the hosts alone where the rule says so, and nobody is stopped where it does not', () => {
    const given = give('muted', cleo);
    expect(Object.keys(now(given).stopped)).toEqual([emil]);
    expect([ada, ben, cleo, emil].map(person => maySend(given.state, person, 'microphone'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(maySend(given.state, emil, 'camera')).toBe(true);
    expect(now(give('free', cleo)).stopped).toEqual({});
  });

  test('[V2] who was stopped and gets the floor opens the microphone by themselves', () => {
    const passed = give('muted', emil, give('muted', cleo));
    expect(Object.keys(now(passed).stopped).sort()).toEqual([cleo, emil].sort());
    expect(Object.keys(now(send(passed, emil, 'start', { source: 'microphone' })).stopped)).toEqual([cleo]);
  });
});

describe('what hosts stop', () => {
  test('[V1] muting all leaves out who says so, and observers have nothing to mute', () => {
    const muted = send(begun, ben, 'stop', muteAll);
    expect(Object.keys(now(muted).stopped).sort()).toEqual([ada, cleo, emil]);
    expect([ada, ben, cleo].map(person => maySend(muted.state, person, 'microphone'))).toEqual([false, true, false]);
    expect(maySend(muted.state, cleo, 'camera')).toBe(true);
    expect(kinds(send(muted, ben, 'stop', muteAll))).toEqual([]);
  });

  test('[V1] stopping all cameras leaves hosts theirs, unless a host is named', () => {
    const dark = send(begun, ben, 'stop', { source: 'camera', people: 'all' });
    expect(Object.keys(now(dark).stopped).sort()).toEqual([cleo, emil]);
    expect(maySend(send(dark, ben, 'stop', { source: 'camera', people: [ada] }).state, ada, 'camera')).toBe(false);
  });

  test('[V1] only hosts stop, and only people of that room', () => {
    expect(kinds(send(begun, cleo, 'stop', muteAll))).toBe('not-permitted');
    const gone = play(rules, at([{ by: cleo, kind: 'sessions.leave', input: { room }, at: 0 }]), begun);
    expect(kinds(send(gone, ben, 'stop', { source: 'microphone', people: [cleo] }))).toBe('media.not-in-room');
    const both = send(gone, ben, 'stop', { source: 'microphone', people: [cleo, emil] });
    expect(Object.keys(now(both).stopped)).toEqual([emil]);
  });

  test('[V2] only its owner opens again what was stopped, one thing at a time', () => {
    const muted = steps(begun, [ben, 'stop', muteAll], [ben, 'stop', { source: 'camera', people: [cleo] }]);
    const own = send(muted, cleo, 'start', { source: 'microphone' });
    expect(maySend(own.state, cleo, 'microphone')).toBe(true);
    expect(maySend(own.state, cleo, 'camera')).toBe(false);
    expect(maySend(own.state, emil, 'microphone')).toBe(false);
    expect(kinds(send(own, cleo, 'start', { source: 'microphone' }))).toEqual([]);
  });
});

describe('what hosts ask for', () => {
  const ask = { person: cleo, source: 'microphone' };

  test('[V3] an ask ends when it is answered, declined, or its owner is stopped', () => {
    const open = send(begun, ben, 'ask', ask);
    expect(asked(open, cleo)).toEqual({ asked: { room, source: 'microphone', by: ben, at: t0 } });
    expect(kinds(send(open, ada, 'ask', ask))).toEqual([]);
    const ends = [
      send(open, cleo, 'start', { source: 'microphone' }),
      send(open, cleo, 'decline'),
      send(open, ben, 'stop', muteAll),
    ];
    for (const end of ends) expect(asked(end, cleo)).toEqual({ asked: null });
    expect(asked(send(open, cleo, 'start', { source: 'camera' }), cleo)).not.toEqual({ asked: null });
  });

  test('[V3] a later ask for something else takes the place of the first', () => {
    const camera = steps(begun, [ben, 'ask', ask], [ada, 'ask', { ...ask, source: 'camera' }]);
    expect(asked(camera, cleo)).toMatchObject({ asked: { source: 'camera', by: ada } });
  });

  test('[V3] nobody asks themselves, an observer, or somebody elsewhere', () => {
    expect(kinds(send(begun, ben, 'ask', { ...ask, person: ben }))).toBe('media.yourself');
    expect(kinds(send(begun, ben, 'ask', { ...ask, person: dina }))).toBe('media.cannot-send');
    expect(kinds(send(begun, ben, 'ask', { ...ask, person: sampleIds[5] }))).toBe('media.not-in-room');
    expect(kinds(send(begun, cleo, 'ask', { ...ask, person: emil }))).toBe('not-permitted');
  });

  test('[V4] what somebody is asked is shown to nobody but them', () => {
    const open = send(begun, ben, 'ask', ask);
    for (const person of [ada, ben, cleo, dina]) expect(seen(open, person)).not.toHaveProperty('asked');
    for (const person of [ada, ben, dina, emil]) expect(asked(open, person)).toEqual({ asked: null });
  });
});

describe('the screen', () => {
  const shared = send(begun, cleo, 'share');

  test('[V5] one person shares at a time, [V7] who comes later waits once and in order', () => {
    expect(now(shared).screen).toEqual({ status: 'shared', person: cleo, since: t0, wanted: [] });
    expect([cleo, emil].map(person => maySend(shared.state, person, 'screen'))).toEqual([true, false]);
    const late = play(
      rules,
      at([
        { by: ada, kind: 'people.add', input: { people: [personInput(sampleIds[5] ?? '', 'Finn')] }, at: 0 },
        { by: sampleIds[5] ?? '', kind: 'sessions.enter', input: { session }, at: 0 },
        { by: ada, kind: 'sessions.admit', input: { session, people: 'all' }, at: 0 },
      ]),
      shared,
    );
    const waiting = steps(late, [emil, 'share'], [sampleIds[5] ?? '', 'share'], [emil, 'share']);
    expect(now(waiting).screen.wanted).toEqual([emil, sampleIds[5]]);
    expect(kinds(send(waiting, emil, 'unshare'))).toEqual(['media.unwanted']);
  });

  test('[V6] a screen that became free is there for everybody, and who waited goes on waiting until they share', () => {
    const free = steps(shared, [emil, 'share'], [cleo, 'unshare']);
    expect(now(free).screen).toEqual({ status: 'free', wanted: [emil] });
    expect(kinds(send(free, emil, 'share'))).toEqual(['media.shared']);
    expect(now(send(free, ben, 'share')).screen).toMatchObject({ status: 'shared', person: ben, wanted: [emil] });
  });

  test('[V7] a host takes over at once, and hosts end what somebody shares', () => {
    const over = send(shared, ben, 'share');
    expect(kinds(over)).toEqual(['media.unshared', 'media.shared']);
    expect(now(over).screen).toMatchObject({ status: 'shared', person: ben });
    expect(kinds(send(over, ada, 'stop', { source: 'screen', people: 'all' }))).toEqual(['media.unshared']);
    expect(kinds(send(over, ben, 'stop', { source: 'screen', people: 'all' }))).toEqual([]);
    expect(kinds(send(shared, dina, 'share'))).toBe('not-permitted');
  });

  test('[V8] who shares hands over to somebody in line, who shares when they please', () => {
    expect(kinds(send(shared, cleo, 'offer', { person: emil }))).toBe('media.not-waiting');
    const waiting = send(shared, emil, 'share');
    expect(kinds(send(waiting, emil, 'offer', { person: emil }))).toBe('media.not-sharing');
    const offered = send(waiting, cleo, 'offer', { person: emil });
    expect(now(offered).screen).toEqual({ status: 'offered', to: emil, until: t0 + limits.screenOffer, wanted: [] });
    expect(maySend(offered.state, cleo, 'screen')).toBe(false);
    expect(kinds(send(offered, cleo, 'share'))).toEqual(['media.wanted']);
    expect(kinds(send(offered, emil, 'share'))).toEqual(['media.shared']);
    expect(kinds(send(offered, emil, 'unshare'))).toEqual(['media.lapsed']);
  });

  test('[V8] an offer is held until its minute is over and not a millisecond longer', () => {
    const offered = steps(shared, [emil, 'share'], [cleo, 'offer', { person: emil }]);
    const end = t0 + limits.screenOffer;
    expect(rules.deadline(offered.state)).toBe(end);
    expect(rules.tick(offered.state, end - 1, offered.log.length).facts).toEqual([]);
    const { facts, state } = rules.tick(offered.state, end, offered.log.length);
    expect(facts.map(({ kind }) => kind)).toEqual(['media.lapsed']);
    expect(state.media).toEqual({});
  });
});

describe('the light and the door', () => {
  test('[V9] as many people as the limit says are in the light, not one more, and are always heard', () => {
    const lit = send(begun, ben, 'spotlight', { people: [cleo, emil] });
    expect(alwaysHeard(lit.state, room)).toEqual([cleo, emil]);
    expect(limits.spotlight).toBe(2);
    expect(kinds(send(begun, ben, 'spotlight', { people: [ada, cleo, emil] }))).toBe('malformed');
    expect(alwaysHeard(send(lit, ada, 'spotlight', { people: [] }).state, room)).toEqual([]);
    expect(kinds(send(begun, cleo, 'spotlight', { people: [cleo] }))).toBe('not-permitted');
    expect(kinds(send(begun, ben, 'spotlight', { people: [dina] }))).toBe('media.cannot-send');
  });

  test('[V10] who leaves takes share, wish, light, ask and stop along in the same transaction', () => {
    const full = steps(
      begun,
      [cleo, 'share'],
      [emil, 'share'],
      [ben, 'spotlight', { people: [cleo] }],
      [ben, 'stop', { source: 'camera', people: [cleo] }],
      [ben, 'ask', { person: cleo, source: 'microphone' }],
    );
    const out = play(rules, at([{ by: cleo, kind: 'sessions.leave', input: { room }, at: 0 }]), full);
    expect(kinds(out)).toEqual(['sessions.left', 'media.cleared']);
    expect(now(out)).toEqual({ stopped: {}, asked: {}, screen: { status: 'free', wanted: [emil] }, spotlight: [] });
  });

  test('[V10] who becomes an observer shares no longer', () => {
    const shared = send(begun, cleo, 'share');
    const input = personInput(cleo, 'Cleo', { role: 'observer' });
    const changed = play(rules, at([{ by: ada, kind: 'people.edit', input, at: 0 }]), shared);
    expect(changed.state.media).toEqual({});
    expect(maySend(changed.state, cleo, 'microphone')).toBe(false);
  });

  test('[V11] nothing is stopped, shared or lit in a lobby, and nobody sends from there', () => {
    const waiting = play(rules, at([...beginning, { by: dina, kind: 'sessions.enter', input: { session }, at: 0 }]));
    expect(kinds(send(waiting, ben, 'spotlight', { room: lobby, people: [] }))).toBe('media.lobby');
    expect(sources.map(source => maySend(waiting.state, dina, source))).toEqual([false, false, false]);
  });
});

const sources = ['microphone', 'camera', 'screen'] as const;
