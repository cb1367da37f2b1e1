import { personInput } from '../../dialogue.samples.ts';

type Step = [by: string, kind: string, input: object];

/** How a session gives the floor, with what is different from first come, first served without a limit. */
export const floorRule = (session: string, more: object = {}) => ({
  session,
  policy: 'first-come' as const,
  cap: null,
  atEnd: 'cue' as const,
  others: 'free' as const,
  ...more,
});

/** A round by chance through everybody who takes part, with what is different. */
export const roundInput = (room: string, round: string, more: object = {}) => ({
  room,
  round,
  order: 'random' as const,
  seed: 7,
  seconds: null,
  people: [],
  ...more,
});

type Given = {
  ada: string;
  ben: string;
  cleo: string;
  dina: string;
  session: string;
  room: string;
  ids(count: number): string[];
};

/** Short histories of the floor, each with one command at its end that may be refused. Ada, Ben and Cleo sit in the room; Dina observes and is in none. */
export function floorHistories({ ada, ben, cleo, dina, session, room, ids }: Given): Step[][] {
  const [one = '', two = '', three = '', four = ''] = ids(4);
  const ask = (by: string, item: string, as = 'turn'): Step => [by, 'floor.ask', { room, item, as }];
  const step = (by: string, name: string, more: object): Step => [by, `floor.${name}`, { room, ...more }];
  const rule = (more: object): Step => [ada, 'floor.rule', floorRule(session, more)];
  const begin = (more: object = {}): Step => [ada, 'floor.begin', roundInput(room, one, more)];
  const [speaking, waiting] = [ask(cleo, one), ask(ben, two)];
  const circle = begin({ order: 'seat', people: [cleo, ben] });
  const gone: Step = ['engine', 'sessions.lose', { person: cleo }];
  const dinaEnters: Step = [dina, 'sessions.enter', { session }];
  return [
    [speaking, waiting, ask(ben, three)],
    [speaking, waiting, ask(ada, two)],
    [speaking, ask(cleo, two)],
    [ask(ben, one, 'reply')],
    [speaking, ask(ben, two, 'reply'), ask(ada, three, 'reply')],
    [speaking, waiting, step(ben, 'withdraw', { item: two }), step(ben, 'restore', { item: two })],
    [speaking, waiting, step(ada, 'withdraw', { item: two })],
    [speaking, waiting, step(ada, 'place', { item: two, to: 0 })],
    [speaking, step(ada, 'skip', { item: three })],
    [speaking, step(cleo, 'done', { turn: 1 })],
    [speaking, step(ben, 'done', { turn: 0 })],
    [speaking, step(cleo, 'pass', { turn: 0 })],
    [speaking, step(ada, 'give', { person: cleo })],
    [step(ada, 'give', { person: four })],
    [rule({ cap: 60 }), speaking, step(ada, 'extend', { turn: 0, seconds: 60 })],
    [rule({ policy: 'hand' }), ask(cleo, one), step(ada, 'give', { person: cleo })],
    [rule({}), speaking, step(ada, 'extend', { turn: 0, seconds: 60 })],
    [speaking, waiting, ['engine', 'sessions.lose', { person: ben }], ['engine', 'sessions.regain', { person: ben }]],
    [speaking, [cleo, 'sessions.leave', { room }]],
    [circle, begin()],
    [circle, gone, step(ben, 'done', { turn: 1 })],
    [begin({ order: 'seat', people: [ben, cleo] }), gone, step(ben, 'done', { turn: 0 })],
    [begin({ order: 'seat', people: [four] })],
    [circle, step(ada, 'end', { round: one })],
    [circle, step(ada, 'end', { round: two })],
    [[ada, 'sessions.lock', { session }], speaking, [ben, 'sessions.close', { session }]],
    // Somebody who comes into a room in which a round goes on.
    [
      [ada, 'people.edit', personInput(dina, 'Dina')],
      dinaEnters,
      circle,
      [ada, 'sessions.admit', { session, people: [dina] }],
    ],
    // An observer sits in the room and does not speak there.
    [dinaEnters, [ada, 'sessions.admit', { session, people: [dina] }], step(ada, 'give', { person: dina })],
    // Somebody still waits in the lobby.
    [
      [ada, 'people.edit', personInput(dina, 'Dina')],
      dinaEnters,
      [dina, 'floor.ask', { room: `${session}/lobby`, item: one, as: 'turn' }],
    ],
  ];
}
