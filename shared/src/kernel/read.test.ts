import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, commandsOf, play, playRandom } from '../dialogue.samples.ts';
import { dialogueRules as rules } from '../dialogue.ts';
import { audienceKey } from './context.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from './messages.samples.ts';

const [session = ''] = sampleSessions;
const plenary = `${session}/plenary`;
const { state } = play(rules, beginning);
const later = 2e12;

describe('a read', () => {
  test('is answered to whom it is permitted, by what their audience sees', () => {
    const answer = rules.ask(state, cleo, 'chat.older', { room: plenary, before: 1_000 }, later);
    expect(answer).toMatchObject({ ok: true, answer: { messages: [{ text: 'مرحبا' }], more: false } });
    // Dina sits nowhere: to her the room has no pages.
    expect(rules.ask(state, dina, 'chat.older', { room: plenary, before: 1_000 }, later)).toMatchObject({
      answer: { messages: [], more: false },
    });
  });

  test('is refused: of no kind, to strangers, in a wrong form', () => {
    const ask = (person: string, kind: string, input: unknown) => rules.ask(state, person, kind, input, later);
    for (const kind of [
      'chat.newer',
      'raffles.older',
      'older',
      '',
      'chat.__proto__',
      'chat.constructor',
      '__proto__.older',
    ])
      expect(ask(cleo, kind, {})).toEqual({ ok: false, refusal: 'unknown' });
    expect(ask(sampleIds[6] ?? '', 'chat.older', { room: plenary, before: 1 })).toEqual({
      ok: false,
      refusal: 'not-permitted',
    });
    expect(ask(cleo, 'chat.older', { room: plenary })).toEqual({ ok: false, refusal: 'malformed' });
  });

  test('changes nothing, and is the same when it is asked again', () => {
    const frozen = JSON.stringify(state);
    const once = rules.ask(state, cleo, 'chat.older', { room: plenary, before: 9 }, later);
    expect(rules.ask(state, cleo, 'chat.older', { room: plenary, before: 9 }, later)).toEqual(once);
    expect(JSON.stringify(state)).toBe(frozen);
  });
});

describe('a signal', () => {
  const spec = rules.signalOf('chat.writing');
  const send = (person: string, input: unknown) => (spec ? rules.signal(state, person, spec, input, later) : null);

  test('goes to the room that it names, from those who may speak there', () => {
    expect(send(cleo, { room: plenary, on: true })).toEqual({
      input: { room: plenary, on: true },
      to: { room: plenary },
    });
    expect(send(ben, { room: `${session}/lobby`, on: true })).toMatchObject({ to: { room: `${session}/lobby` } });
  });

  test('is dropped from strangers, from those who may not, and in a wrong form', () => {
    expect(send(cleo, { room: `${session}/lobby`, on: true })).toBeNull();
    expect(send(dina, { room: plenary, on: true })).toBeNull();
    expect(send(sampleIds[6] ?? '', { room: plenary, on: true })).toBeNull();
    for (const wrong of [
      {},
      { room: plenary },
      { room: plenary, on: 'yes' },
      { room: plenary, on: true, more: 1 },
      null,
    ])
      expect(send(cleo, wrong)).toBeNull();
  });

  test('has a kind of its own: commands and reads are none', () => {
    for (const kind of ['chat.say', 'chat.older', 'chat.toString', 'nothing.writing'])
      expect(rules.signalOf(kind)).toBeNull();
    expect(rules.specOf('chat.writing')).toBeNull();
  });
});

describe('audiences and own parts, whatever was sent', () => {
  const histories = commandsOf(rules, 40);

  test('people of one audience see one view, the same object slice by slice where a slice keeps it', () => {
    fc.assert(
      fc.property(histories, sent => {
        const now = playRandom(rules, sent).state;
        const seen = new Map<string, string>();
        for (const person of sampleIds) {
          const audience = rules.audienceOf(now, person);
          if (!audience) continue;
          const view = JSON.stringify(rules.slices.map(slice => rules.viewOf(now, slice, audience)));
          const key = audienceKey(audience);
          expect(seen.get(key) ?? view).toBe(view);
          seen.set(key, view);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a fact that concerns nobody of whom it is said leaves every own part of its slice as it is', () => {
    fc.assert(
      fc.property(histories, sent => {
        const { log } = playRandom(rules, sent);
        let before = rules.initial;
        for (const fact of log) {
          const after = rules.evolve(before, fact);
          const concerned = rules.concerns(fact);
          if (concerned && concerned.people !== 'everybody')
            for (const person of sampleIds.filter(one => !concerned.people.includes(one))) {
              const own = (now: typeof after) => rules.ownOf(now, person)[concerned.slice];
              // Who has just come or gone has a whole part or none.
              if (rules.audienceOf(before, person) && rules.audienceOf(after, person))
                expect(own(after)).toEqual(own(before));
            }
          before = after;
        }
      }),
      { numRuns: 100 },
    );
  });

  test('who has no role sees nothing: no audience and no own part', () => {
    fc.assert(
      fc.property(histories, sent => {
        const now = playRandom(rules, sent).state;
        for (const person of [...sampleIds, ada.replace('0', 'f')]) {
          if (rules.audienceOf(now, person)) continue;
          expect(rules.ownOf(now, person)).toEqual({});
          expect(rules.ask(now, person, 'chat.older', { room: plenary, before: 1 }, later)).toMatchObject({
            ok: false,
          });
        }
      }),
      { numRuns: 50 },
    );
  });
});
