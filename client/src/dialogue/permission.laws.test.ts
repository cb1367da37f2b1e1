import { type DialogueView, dialogueRules as rules } from '@multaqa/shared/dialogue';
import { commandsOf, messagesOf, type Play, playRandom } from '@multaqa/shared/dialogue.samples';
import type { Audience } from '@multaqa/shared/kernel/context';
import { lobbyOf, plenaryOf } from '@multaqa/shared/kernel/ids';
import { sampleIds, sampleSessions, valuesOf } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandKind } from './commands.ts';
import { isPermitted } from './permission.ts';

const foreign = '99999999-0000-4000-8000-000000000000';
const rooms = [...sampleSessions, foreign].flatMap(session => [
  plenaryOf(session),
  lobbyOf(session),
  `${session}/${foreign}`,
]);
const histories = fc.oneof(...rules.slices.map(({ name }) => commandsOf(rules, 40, name)));
const people = [...sampleIds, foreign];

// One accepted input of each kind; the person and the room in it are then aimed at everybody and everywhere.
const samples = messagesOf(rules).map(([kind, { input }]) => {
  const [sample] = fc.sample(valuesOf(input), { numRuns: 1, seed: 1 });
  return { kind: kind as CommandKind, sample: sample as { person?: string; room?: string } };
});

/** The input aimed at every person and at every room that it could name, one of the two at a time: permission looks at no pairs. */
const aimed = (sample: { person?: string; room?: string }) => [
  ...(sample.person === undefined ? [] : people.map(person => ({ ...sample, person }))),
  ...(sample.room === undefined ? [] : rooms.map(room => ({ ...sample, room }))),
  sample,
];

const toldBySight = (state: Play['state'], audience: Audience): DialogueView =>
  JSON.parse(
    JSON.stringify(Object.fromEntries(rules.slices.map(one => [one.name, rules.viewOf(state, one, audience)]))),
  );

/** What the server says to this person: true unless it refuses for want of permission. */
function mayOnServer({ state, log }: Play, person: string, kind: string, input: unknown): boolean {
  const parsed = rules.parse(kind, input, 0);
  if (!parsed.ok) throw new Error(`${kind} was ${parsed.refusal}`);
  const decision = rules.decide(state, person, parsed.command, 1_700_000_000_000, log.length);
  return decision.ok || !['not-permitted', 'not-now'].includes(decision.refusal);
}

function everyAudience(holds: (play: Play, snapshot: { view: DialogueView; me: string; audience: Audience }) => void) {
  fc.assert(
    fc.property(histories, sent => {
      const played = playRandom(rules, sent);
      for (const me of sampleIds) {
        const audience = rules.audienceOf(played.state, me);
        if (audience) holds(played, { view: toldBySight(played.state, audience), me, audience });
      }
    }),
    // The same histories every time, so that every answer is certain to be met.
    { numRuns: 200, seed: 2020 },
  );
}

describe('what a screen says one may do', () => {
  test('is what the server says, whoever asks, whatever it aims at', () => {
    const answers = new Map<string, Set<boolean>>();
    everyAudience((played, snapshot) => {
      for (const { kind, sample } of samples) {
        for (const input of aimed(sample)) {
          const answer = isPermitted(snapshot, kind, input);
          // So many are asked that only a difference is put into words.
          if (answer !== mayOnServer(played, snapshot.me, kind, input))
            expect.fail(`${snapshot.audience.role} ${kind} ${JSON.stringify(input)}: the screen says ${answer}`);
          answers.set(kind, (answers.get(kind) ?? new Set()).add(answer));
        }
      }
    });
    const forPeople = messagesOf(rules).filter(([, { by }]) => Object.keys(by).some(role => role !== 'engine'));
    for (const [kind] of forPeople) expect([kind, answers.get(kind)?.size]).toEqual([kind, 2]);
  });

  test('is about oneself and one’s own room where nothing else is named', () => {
    everyAudience((played, snapshot) => {
      const { me, audience } = snapshot;
      for (const { kind, sample } of samples) {
        // Outside every room there is no own one to do it in; where a role reaches all of the dialogue, the rules ask which room is meant.
        if (sample.room !== undefined && !audience.place) {
          if (rules.specOf(kind)?.by[audience.role] !== 'dialogue') expect(isPermitted(snapshot, kind)).toBe(false);
        } else {
          const own = {
            ...sample,
            ...(sample.person !== undefined && { person: me }),
            ...(sample.room !== undefined && { room: audience.place?.room }),
          };
          expect([kind, isPermitted(snapshot, kind)]).toEqual([kind, mayOnServer(played, me, kind, own)]);
        }
      }
    });
  });
});
