import { limits } from '../../limits.ts';
import type { BlockInput } from './block.ts';

type Step = [by: string, kind: string, input: object];

/** A block as a host writes it. */
export const blockInput = (session: string, block: string, more: Partial<BlockInput> = {}): BlockInput => ({
  session,
  block,
  kind: 'discussion',
  title: { en: 'What blocks us?' },
  goal: {},
  method: {},
  materials: {},
  minutes: 20,
  lead: null,
  ...more,
});

type Given = {
  ada: string;
  cleo: string;
  dina: string;
  session: string;
  rooms: readonly [string, string];
  ids(count: number): string[];
};

/** Short histories of the agenda, each with one command at its end that may be refused. Cleo is in the first room, Dina waits in the lobby at the end of one. */
export function agendaHistories({ ada, cleo, dina, session, rooms: [room], ids }: Given): Step[][] {
  const [one = '', two = '', item = ''] = ids(3);
  const put = (block: string): Step => [ada, 'agenda.put', blockInput(session, block)];
  const host = (name: string, block: string, more: object = {}): Step => [
    ada,
    `agenda.${name}`,
    { session, block, ...more },
  ];
  const ready = (block: string, on: boolean): Step => [cleo, 'agenda.ready', { room, block, on }];
  const park = (id: string, by = cleo): Step => [by, 'agenda.park', { room, item: id, text: 'Who pays for it?' }];
  const ofItem = (name: string, by = cleo): Step => [by, `agenda.${name}`, { room, item }];
  const hostItem = (name: string, more: object): Step => [ada, `agenda.${name}`, { session, item, ...more }];
  const lobby = `${session}/lobby`;
  const template = { template: 'short', languages: ['en', 'ar'] };
  const copy = (from: object, blocks: string[]): Step => [ada, 'agenda.copy', { session, from, blocks }];
  const planned = [put(one), put(two)];
  return [
    [...planned, host('place', two, { before: one })],
    [put(one), host('remove', one), host('restore', one)],
    [put(one), host('go', one), host('remove', one)],
    [...planned, host('go', one), host('go', two), host('back', two)],
    [put(one), host('go', one), host('extend', one, { minutes: 5 })],
    [put(one), host('extend', one, { minutes: 5 })],
    [host('go', one)],
    [put(one), host('go', one), ready(one, true), ready(one, false)],
    [put(one), host('go', one), ready(one, true), [cleo, 'sessions.leave', { room }]],
    [put(one), host('go', one), [ada, 'sessions.close', { session }]],
    [put(one), [ada, 'sessions.close', { session }], host('go', one)],
    [
      put(one),
      host('go', one),
      [dina, 'sessions.enter', { session }],
      [dina, 'agenda.ready', { room: lobby, block: one, on: true }],
    ],
    [[ada, 'agenda.put', blockInput(one, one)]],
    [copy(template, ids(4))],
    [copy(template, [one, one])],
    [copy({ session: one }, [two])],
    [...planned, copy({ session }, ids(4).slice(2))],
    ids(limits.blocksPerSession + 1).map(put),
    [park(item), ofItem('unpark'), ofItem('repark')],
    [park(item), hostItem('settle', { on: true })],
    [put(one), park(item), hostItem('carry', { to: { session, block: one } })],
    [hostItem('settle', { on: true })],
    [park(item), park(item)],
    [park(item, ada), ofItem('unpark')],
    ids(limits.parkedPerPerson + 1).map(id => park(id)),
  ];
}
