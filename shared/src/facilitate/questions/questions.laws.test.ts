import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, type Play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { type Audience, isHost } from '../../kernel/context.ts';
import { sampleIds, sampleNames, sampleSessions } from '../../kernel/messages.samples.ts';
import type { Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { isShown, type Question, type Questions, rootOf } from './questions.state.ts';
import type { RoomQuestions } from './questions.view.ts';

const slice = slices.questions;
const rooms = [...new Set(sampleNames.rooms)].filter(room => !room.endsWith('/lobby'));
const [session = ''] = sampleSessions;
const questionsOf = ({ state }: Pick<Play, 'state'>) => state.questions as Questions;
const everyQuestion = (play: Play) =>
  Object.values(questionsOf(play)).flatMap(({ questions }) => Object.values(questions));
const ofSlice = ({ log }: Play) => log.filter(({ kind }) => kind.startsWith('questions.'));
const dataOf = (fact: Recorded) =>
  fact.data as { room: string; question: string; others?: string[]; on?: boolean; names?: string };

const property = (holds: (play: Play, sent: Sent[]) => void, numRuns = 120) =>
  fc.assert(
    fc.property(commandsOf(rules, 60, 'questions'), sent => holds(playRandom(rules, sent), sent)),
    { numRuns },
  );

/** What an audience that sees into this room sees of it. */
const seen = (play: Pick<Play, 'state'>, room: string, role: Audience['role']): RoomQuestions => {
  const found = slice.view(questionsOf(play), { role, place: { session: room.slice(0, 36), room }, watches: [] }).rooms[
    room
  ];
  if (!found) throw new Error('nothing is seen');
  return found;
};
const both = ['organiser', 'participant'] as const;

/** What somebody in the session is told of themselves. */
const ownOf = (play: Play, person: string) => {
  const own = slice.own?.(questionsOf(play), person, {
    role: 'participant',
    place: { session, room: `${session}/plenary` },
    watches: [],
  });
  if (!own) throw new Error('there is no own part');
  return own;
};

describe('questions', () => {
  test('[Q1] are asked once under their id', () => {
    property(play => {
      const asked = ofSlice(play).filter(({ kind }) => kind === 'questions.asked');
      const ids = asked.map(fact => `${dataOf(fact).room.slice(0, 36)} ${dataOf(fact).question}`);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test('[Q2] count everybody once who sees them as supported, and each one without a name by itself', () => {
    property(play => {
      const { questions = {} } = questionsOf(play)[session] ?? {};
      for (const room of rooms.filter(one => one.startsWith(session)))
        for (const { question, support } of Object.values(seen(play, room, 'organiser').questions)) {
          const united = Object.values(questions).filter(one => rootOf(questions, one).question === question);
          const nameless = united.filter(({ names }) => names === 'anonymous');
          const backers = sampleIds.filter(person => ownOf(play, person).supported.includes(question));
          const others = backers.filter(
            person => nameless.every(({ asker }) => asker !== person) || united.some(one => person in one.supporters),
          );
          expect([question, support]).toEqual([question, others.length + nameless.length]);
        }
    });
  });

  test('[Q2] follow what each person said last of them, as long as none was merged', () => {
    property(play => {
      const facts = ofSlice(play);
      const apart = (question: string) =>
        !facts.some(({ kind, data }) => kind === 'questions.merged' && JSON.stringify(data).includes(question));
      const last = new Map<string, boolean>();
      for (const { kind, data, actor } of facts) {
        const { question, on, room } = data as { question: string; on?: boolean; room: string };
        if (kind === 'questions.asked' && room.startsWith(session)) last.set(`${actor} ${question}`, true);
        if (kind === 'questions.supported' && room.startsWith(session)) last.set(`${actor} ${question}`, on === true);
      }
      for (const person of sampleIds)
        for (const question of sampleIds.filter(apart))
          expect(ownOf(play, person).supported.includes(question)).toBe(last.get(`${person} ${question}`) ?? false);
    });
  });

  test('[Q3] never tell who asked without a name, whoever looks', () => {
    property(play => {
      const isNameless = (id: string) =>
        everyQuestion(play)
          .filter(({ question }) => question === id)
          .every(({ names }) => names === 'anonymous');
      const told = rooms.flatMap(room =>
        both.flatMap(role => Object.values(seen(play, room, role).questions).flatMap(one => [one, ...one.merged])),
      );
      const exported = Object.keys(questionsOf(play)).flatMap(
        one => slice.asks?.all?.answer(questionsOf(play), { session: one }, {} as never) as typeof told,
      );
      const reported = (slice.outcome?.(questionsOf(play)) ?? []).flatMap(({ questions }) =>
        questions.flatMap(one => [one, ...one.merged]),
      );
      for (const one of [...told, ...exported, ...reported]) if (isNameless(one.question)) expect(one.asker).toBeNull();
    });
  });

  test('[Q4] [Q8] show everybody what hosts have let through, hosts the rest, and nobody what was withdrawn', () => {
    property(play => {
      for (const room of rooms) {
        const statuses = (role: (typeof both)[number]) =>
          new Set(Object.values(seen(play, room, role).questions).map(({ standing }) => standing.status));
        for (const status of statuses('participant'))
          expect(['open', 'pinned', 'parked', 'answered']).toContain(status);
        const here = everyQuestion(play).filter(one => one.room === room);
        const expected = here.filter(({ standing }) => standing.status !== 'withdrawn' && standing.status !== 'merged');
        expect(Object.keys(seen(play, room, 'organiser').questions).sort()).toEqual(
          expected.map(({ question }) => question).sort(),
        );
      }
    });
  });

  test('[Q4] a question that waits is let through by a host alone', () => {
    property((_, sent) => {
      let before = playRandom(rules, []);
      for (const one of sent) {
        const after = playRandom(rules, [one], before);
        for (const fact of after.log.slice(before.log.length).filter(({ kind }) => kind === 'questions.approved'))
          expect(isHost(rules.roleIn(before.state, String(fact.actor), dataOf(fact).room))).toBe(true);
        before = after;
      }
    }, 60);
  });

  test('[Q5] only the one who asked withdraws a question', () => {
    property(play => {
      const asked = new Map<string, unknown>();
      for (const fact of ofSlice(play)) {
        const key = `${dataOf(fact).room?.slice(0, 36)} ${dataOf(fact).question}`;
        if (fact.kind === 'questions.asked') asked.set(key, fact.actor);
        if (fact.kind === 'questions.withdrawn') expect(fact.actor).toBe(asked.get(key));
      }
    });
  });

  test('[Q7] are in one room each, and every question of a room was asked there or sent there', () => {
    property(play => {
      const facts = ofSlice(play);
      for (const one of everyQuestion(play)) {
        const came = facts.filter(
          fact => fact.kind === 'questions.sent' && (fact.data as { to: string }).to === one.room,
        );
        const asked = facts.some(
          fact =>
            fact.kind === 'questions.asked' && dataOf(fact).question === one.question && dataOf(fact).room === one.room,
        );
        expect(asked || came.length > 0).toBe(true);
        if (one.from === null) expect(asked).toBe(true);
      }
    });
  });

  test('merged questions end in one that stands by itself, and never in themselves', () => {
    property(play => {
      for (const { questions } of Object.values(questionsOf(play)))
        for (const one of Object.values(questions)) {
          const root = rootOf(questions, one);
          expect(root.standing.status).not.toBe('merged');
          expect(root.room).toBe(one.standing.status === 'merged' ? one.room : root.room);
        }
    });
  });

  test('the stage has what its room sees', () => {
    property(play => {
      for (const room of rooms) {
        const { stage, questions } = seen(play, room, 'participant');
        if (stage !== null) expect(questions[stage]).toBeDefined();
      }
    });
  });

  test('[Q10] fair places are given to pending questions of the room, each once, and to as many as the limit says', () => {
    property(play => {
      for (const room of rooms) {
        const { fair, questions } = seen(play, room, 'participant');
        const ids = fair.map(({ question }) => question);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(limits.fairPlaces);
        for (const id of ids) expect(['open', 'pinned']).toContain(questions[id]?.standing.status);
      }
    });
  });

  test('the report tells what rooms see, and nothing else', () => {
    property(play => {
      const told = (slice.outcome?.(questionsOf(play)) ?? []).flatMap(({ questions }) => questions);
      const shown = everyQuestion(play).filter(isShown);
      expect(told.map(({ question }) => question).sort()).toEqual(shown.map(({ question }) => question).sort());
    });
  });
});

test('[Q6] a question that is merged and taken out again is as it was, but for who took their support back', () => {
  const one = (question: string, supporters: Question['supporters']): Question => ({
    ...{
      question,
      room: rooms[0] ?? '',
      from: null,
      seq: 1,
      at: 1,
      asker: sampleIds[0] ?? '',
      names: 'named',
      text: '?',
    },
    ...{ supporters, standing: { status: 'open' } },
  });
  const people = fc.dictionary(fc.constantFrom(...sampleIds), fc.constantFrom('c1', 'c2', null));
  const [a = '', b = '', who = ''] = sampleIds;
  fc.assert(
    fc.property(people, people, fc.boolean(), (first, second, takesBack) => {
      const room = rooms[0] ?? '';
      const session = room.slice(0, 36);
      const rule = { review: 'none', anonymous: 'allowed', door: 'open' } as const;
      const start: Questions = {
        [session]: { rule, questions: { [a]: one(a, first), [b]: one(b, second) }, stage: {} },
      };
      const told = (state: Questions, kind: string, data: object) =>
        slice.evolve(state, { kind, data, v: 1, personal: null, seq: 2, at: 2, actor: who } as never);
      const merged = told(start, 'questions.merged', { room, question: a, others: [b] });
      const { support } = seen({ state: { questions: merged } }, room, 'participant').questions[a] ?? {};
      expect(support).toBe(new Set([...Object.keys(first), ...Object.keys(second)]).size);
      const after = takesBack
        ? told(merged, 'questions.supported', { room, question: a, on: false, cluster: null })
        : merged;
      const split = told(after, 'questions.split', { room, question: b });
      const left = (supporters: object) =>
        Object.fromEntries(Object.entries(supporters).filter(([person]) => !(takesBack && person === who)));
      expect(split[session]?.questions).toEqual({ [a]: one(a, left(first)), [b]: one(b, left(second)) });
    }),
  );
});
