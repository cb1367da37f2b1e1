import { limits } from '../../limits.ts';

type Step = [by: string, kind: string, input: object];
type Given = {
  ada: string;
  ben: string;
  cleo: string;
  session: string;
  rooms: readonly [string, string];
  ids(count: number): string[];
};

export const [oneThing, otherThing] = ['sticky0001', 'sticky0002'] as const;

/** How private writing begins, with what is different from usual. */
export const roundInput = (room: string, round: string, more: object = {}) => ({
  room,
  round,
  names: 'shown' as const,
  frame: null,
  seconds: null,
  ...more,
});

export const jotInput = (room: string, note: string, text = 'Nobody repairs the pumps') => ({
  room,
  note,
  text,
  colour: 'yellow' as const,
});

export const voteInput = (room: string, vote: string, more: object = {}) => ({
  room,
  vote,
  frame: null,
  dots: 3,
  most: 2,
  seconds: null,
  ...more,
});

/** Short histories of the boards, each with one command at its end that may be refused. Cleo is in the first room, Ben in the second. */
export function boardHistories({ ada, ben, cleo, session, rooms: [first, second], ids }: Given): Step[][] {
  const [one = '', two = ''] = ids(2);
  const room = { room: first };
  const host = (name: string, more: object = {}): Step => [ada, `board.${name}`, { ...room, ...more }];
  const begin = host('begin', roundInput(first, one));
  const jot = (note: string, by = cleo): Step => [by, 'board.jot', jotInput(first, note)];
  const drop = (note: string, by = cleo): Step => [by, 'board.drop', { ...room, note }];
  const dot = (thing: string, dots: number): Step => [cleo, 'board.dot', { ...room, thing, dots }];
  const call = host('call', voteInput(first, one));
  const lock = (count: number, on = true): Step =>
    host('lock', { things: Array.from({ length: count }, (_, at) => String(at).padStart(10, '0')), on });
  const lobby = { room: `${session}/lobby` };
  return [
    [host('show', { on: true })],
    [host('show', { ...lobby, on: true })],
    [begin, begin],
    [begin, jot(one), host('reveal'), ['engine', 'board.placed', { ...room, round: one }]],
    [begin, jot(one), host('reveal'), begin],
    [begin, jot(one), drop(one)],
    [begin, jot(one), [ada, 'sessions.close', { session }]],
    [begin, jot(one), host('discard'), host('begin', roundInput(first, two))],
    [begin, jot(one), [ben, 'breakouts.enter', { session, room: first }], jot(one, ben)],
    [begin, ...ids(limits.jotsPerPerson).map(id => jot(id)), jot('ffffffff-1111-4000-8000-000000000000')],
    [[ada, 'board.count', { room: second }]],
    [jot(two)],
    [call, call],
    [call, dot(oneThing, 2), dot(otherThing, 2)],
    [call, dot(oneThing, 1), host('count'), host('clear')],
    [lock(2), lock(1, false)],
    [host('prepare', { things: [oneThing], on: true })],
    [lock(limits.boardLocked), host('lock', { things: [oneThing], on: true })],
    [host('time', { seconds: 60 }), host('time', { seconds: null })],
    [['engine', 'board.wrote', { ...room, people: [cleo] }]],
  ];
}
