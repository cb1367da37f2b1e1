import { limits } from '../../limits.ts';

type Step = [by: string, kind: string, input: object];

/** A batch in which these people spoke, each from when to when; `to` is the end of the last one where it is left out. */
export const batch = (
  room: string,
  runs: readonly (readonly [person: string, from: number, to: number])[],
  to = Math.max(0, ...runs.map(run => run[2])),
) => ({ room, to, runs: runs.map(([person, from, until]) => ({ person, from, to: until })) });

/** What a session measures, all of it if nothing is said. */
export const exchangeRule = (session: string, more: object = {}) => ({
  session,
  figures: 'on' as const,
  nudges: 'on' as const,
  ...more,
});

type Given = {
  ada: string;
  cleo: string;
  session: string;
  rooms: readonly [string, string];
  now: number;
  ids(count: number): string[];
};

/** Short histories of the exchange, each with one command at its end that may be refused. Cleo is in the first room; every command comes at `now`. */
export function exchangeHistories({ ada, cleo, session, rooms: [room, elsewhere], now, ids }: Given): Step[][] {
  const [message = ''] = ids(1);
  const off: Step = [ada, 'exchange.rule', exchangeRule(session, { figures: 'off' })];
  const on: Step = [ada, 'exchange.rule', exchangeRule(session)];
  const invite = (to: string): Step => [ada, 'exchange.invite', { room: to, person: cleo }];
  const dismiss: Step = [cleo, 'exchange.dismiss', { session, person: cleo, nudge: 'invited' }];
  const say: Step = [ada, 'exchange.record', batch(room, [])];
  return [
    [['engine', 'exchange.record', batch(room, [[cleo, now - 10_000, now]])]],
    [['engine', 'exchange.record', batch(room, [[cleo, now - limits.longTurn - 1_000, now]])]],
    [['engine', 'exchange.record', batch(room, [], now + 1)]],
    [['engine', 'exchange.record', batch(`${session}/lobby`, [], now)]],
    [off, ['engine', 'exchange.record', batch(room, [[cleo, now - 10_000, now]])]],
    [off, on],
    [off, invite(room)],
    [invite(room), dismiss],
    [invite(room), invite(room)],
    [invite(elsewhere)],
    [say],
    [[cleo, 'chat.say', { room, message, text: 'We mend what others throw away' }]],
    [[ada, 'sessions.close', { session }]],
  ];
}
