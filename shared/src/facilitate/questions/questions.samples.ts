import { limits } from '../../limits.ts';

type Step = [by: string, kind: string, input: object];

/** A question as somebody asks it. */
export const questionInput = (room: string, question: string, more: object = {}) => ({
  room,
  question,
  text: 'Who pays for the repair shop?',
  names: 'named' as const,
  ...more,
});

/** How a session asks, with what is different from the beginning. */
export const ruleInput = (session: string, more: object = {}) => ({
  session,
  review: 'none' as const,
  anonymous: 'allowed' as const,
  door: 'open' as const,
  ...more,
});

type Given = {
  ada: string;
  ben: string;
  cleo: string;
  session: string;
  rooms: readonly [string, string];
  ids(count: number): string[];
};

/** Short histories of the questions, each with one command at its end that may be refused. Cleo is in the first room, Ben in the second. */
export function questionHistories({ ada, ben, cleo, session, rooms: [first, second], ids }: Given): Step[][] {
  const [one = '', two = ''] = ids(2);
  const ask = (question: string, by = cleo, room = first, more: object = {}): Step => [
    by,
    'questions.ask',
    questionInput(room, question, more),
  ];
  const host = (name: string, more: object = {}): Step => [
    ada,
    `questions.${name}`,
    { room: first, question: one, ...more },
  ];
  const rule = (more: object): Step => [ada, 'questions.rule', ruleInput(session, more)];
  const merge = host('merge', { others: [two] });
  const asked = [ask(one), ask(two)];
  return [
    [ask(one), ask(one)],
    [ask(one), host('support', { on: true }), host('support', { on: false })],
    [
      ask(one),
      [cleo, 'questions.withdraw', { room: first, question: one }],
      [cleo, 'questions.restore', { room: first, question: one }],
    ],
    [ask(one), host('withdraw')],
    [ask(one), host('hide'), host('restore')],
    [rule({ review: 'first' }), ask(one), host('decline', { reason: 'Asked before' }), host('approve')],
    [rule({ door: 'closed' }), ask(one)],
    [rule({ anonymous: 'refused' }), ask(one, cleo, first, { names: 'anonymous' })],
    [...asked, merge, host('split', { question: two })],
    [...asked, merge, merge],
    [ask(one), host('pin', { on: true }), host('park', { on: true })],
    [ask(one), host('answer', { answer: 'The district' }), host('reopen')],
    [ask(one), host('answer', { answer: null })],
    [ask(one), host('send', { to: second })],
    [ask(one), host('send', { to: first })],
    [ask(one), host('show')],
    [host('pin', { on: true })],
    [ask(one, ben, second), host('pin', { on: true })],
    [[ada, 'questions.rule', ruleInput(one)]],
    ids(limits.questionsPerPerson + 1).map(id => ask(id)),
    ids(limits.questionsPerRoom + 1).map(id => ask(id, ada)),
  ];
}
