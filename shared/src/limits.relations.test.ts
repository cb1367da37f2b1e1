import { describe, expect, test } from 'vitest';
import { attempt, founding, messagesOf, personInput, play, type Sent, sessionInput } from './dialogue.samples.ts';
import { dialogueRules as rules } from './dialogue.ts';
import { ada, sampleSessions } from './kernel/messages.samples.ts';
import { connectionRates, limits, rates } from './limits.ts';

const [session = ''] = sampleSessions;
const id = (at: number) => `${String(at).padStart(8, '0')}-3333-4000-8000-000000000000`;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('the limits fit together', () => {
  test('what one message may hold fits in one frame and in one body, with what stands around it', () => {
    for (const [, { bytes }] of messagesOf(rules)) expect(bytes + 1_024).toBeLessThan(limits.socketPayloadBytes);
    expect(limits.commandBytes).toBeLessThanOrEqual(limits.httpBodyBytes);
    // A character takes at most three bytes for each of its code units.
    expect(3 * limits.faultReport).toBeLessThan(limits.httpBodyBytes);
    expect(limits.socketPayloadBytes).toBeLessThan(limits.outgoingBufferBytes);
  });

  test('a connection may send what all classes of commands together let its person send', () => {
    const all = Object.values(rates);
    expect(connectionRates.frame.burst).toBeGreaterThan(sum(all.map(({ burst }) => burst)));
    expect(connectionRates.frame.perSecond).toBeGreaterThan(sum(all.map(({ perSecond }) => perSecond)));
    for (const { burst, perSecond } of [...all, ...Object.values(connectionRates)]) {
      expect(perSecond).toBeGreaterThan(0);
      expect(burst).toBeGreaterThanOrEqual(perSecond);
    }
  });

  test('a town hall behind one address comes back at once, each with its two connections', () => {
    expect(connectionRates.connect.burst).toBeGreaterThanOrEqual(2 * limits.socketsPerAddress);
    expect(connectionRates.enter.burst).toBeGreaterThanOrEqual(2 * limits.socketsPerPerson);
    expect(limits.mediaSocketsPerPerson).toBeGreaterThan(limits.socketsPerPerson);
  });

  test('entering a room asks for every video that a device can show within one burst', () => {
    expect(rates.media.burst).toBeGreaterThan(2 * limits.videosPerDevice);
  });

  test('what waits is remembered: a command sent twice is known as long as it waits and longer', () => {
    expect(limits.queue).toBeLessThan(limits.commandsRemembered);
  });

  test('a lost connection is told of before its streams end, and these end before its seat is given up', () => {
    expect(limits.reloadPause).toBeLessThan(limits.heldTransports);
    expect(limits.heldTransports).toBeLessThan(limits.heldPlace);
    expect(limits.heldPlace).toBeLessThan(limits.sessionLength);
    // A browser learns as late as this that its connection is lost; what it had is kept until then.
    expect(limits.pingInterval + limits.pingTimeout).toBeLessThan(limits.heldTransports);
  });

  test('the more people listen, the longer changes are gathered; what is committed is told within a tick', () => {
    expect([limits.tick, limits.tickOfMany, limits.tickOfRush].sort((a, b) => a - b)).toEqual([
      limits.tick,
      limits.tickOfMany,
      limits.tickOfRush,
    ]);
    expect(limits.commitPause).toBeLessThan(limits.tick);
    expect(limits.tickOfRush).toBeLessThan(limits.reloadPause);
  });

  test('a device can show everybody who is in the spotlight', () => {
    expect(limits.spotlight).toBeLessThanOrEqual(limits.videosPerDevice);
  });

  test('an import reaches the limit of people within the burst of its class, and sign-ins outlast sessions', () => {
    expect(limits.peoplePerDialogue / limits.peoplePerImport).toBeLessThanOrEqual(rates.plan.burst);
    expect(limits.signIn).toBeGreaterThan(limits.sessionLength);
  });
});

describe('a dialogue that is full', () => {
  const at = 2e12;
  const people = Array.from({ length: limits.peoplePerDialogue - 1 }, (_, one) => id(one));
  const portions = Array.from({ length: Math.ceil(people.length / limits.peoplePerImport) }, (_, one) =>
    people.slice(one * limits.peoplePerImport, (one + 1) * limits.peoplePerImport),
  );
  const enter = (by: string): Sent => ({ by, kind: 'sessions.enter', input: { session }, at });
  const full = play(rules, [
    ...founding,
    ...portions.map(portion => ({
      by: ada,
      kind: 'people.add',
      input: { people: portion.map((person, one) => personInput(person, `P${one}`, { email: '' })) },
      at,
    })),
    { by: ada, kind: 'sessions.plan', input: sessionInput(session), at },
    { by: ada, kind: 'sessions.open', input: { session, admission: 'direct' }, at },
    ...[ada, ...people].map(enter),
    { by: ada, kind: 'media.stop', input: { room: `${session}/plenary`, source: 'microphone', people: 'all' }, at },
  ]);
  const end = (sent: Sent) => attempt(rules, sent, full).outcomes.at(-1);

  test('takes nobody more', () => {
    const input = { people: [personInput(id(9_999), 'Dina', { email: '' })] };
    expect(end({ by: ada, kind: 'people.add', input, at })).toEqual({ ok: false, refusal: 'people.full' });
  });

  test('closes its session in one command, with all that this entails for each of its people', () => {
    const closed = end({ by: ada, kind: 'sessions.close', input: { session }, at });
    const facts = closed?.ok ? closed.facts : [];
    const count = (kind: string) => facts.filter(one => one.kind === kind).length;
    expect([count('sessions.left'), count('media.cleared')]).toEqual([people.length + 1, people.length]);
    expect(facts.length).toBeLessThanOrEqual(limits.factsPerCommand);
    expect(3 * limits.peoplePerDialogue).toBeLessThan(limits.factsPerCommand);
  });

  test('ends a forgotten session by time alone, whole', () => {
    const due = at + limits.sessionLength;
    const closedAt = (now: number) =>
      rules.tick(full.state, now, full.log.length).facts.filter(({ kind }) => kind === 'sessions.closed');
    expect([closedAt(due - 1), closedAt(due)].map(({ length }) => length)).toEqual([0, 1]);
    const { state } = rules.tick(full.state, due, full.log.length);
    expect(people.filter(person => rules.placeOf(state, person))).toEqual([]);
    expect(state.media).toEqual({});
  });
});
