import { groupingInput } from '../../dialogue.samples.ts';
import { limits } from '../../limits.ts';

type Step = [by: string, kind: string, input: object];

/** Short histories of the breakouts, begun with two that are open, each with one command at its end that may be refused. */
export function breakoutHistories({
  ...people
}: {
  ada: string;
  ben: string;
  cleo: string;
  session: string;
  rooms: readonly [string, string];
  ids(count: number): string[];
}): Step[][] {
  const { ada, ben, cleo, session, ids } = people;
  const [first, second] = people.rooms;
  const [other = '', id = ''] = ids(2);
  const free = (at: number) => `${session}/${ids(at + 3).at(-1)}`;
  const open = { grouping: ada };
  const prepared = (grouping: string, at = 0): Step => [
    ada,
    'breakouts.prepare',
    groupingInput(grouping, { [free(at)]: [cleo] }),
  ];
  const link = { material: id, kind: 'link', title: 'Notes', url: 'https://example.org/notes' };
  const placed: Step = [ada, 'breakouts.place', { ...open, people: [cleo], room: second }];
  const dealt: Step = [ada, 'breakouts.deal', { ...open, sizes: [0, 1], people: [cleo] }];
  const undone: Step = [ada, 'breakouts.undo', open];
  const live = (kind: string, input: object = {}, by = ada): Step => [by, `breakouts.${kind}`, { session, ...input }];
  const closed = live('close', { when: 'now' });
  const choosing = (seats: number): Step => [
    ada,
    'breakouts.rule',
    { grouping: other, minutes: null, late: 'choose', plenary: 'closed', seats },
  ];
  const added: Step = [ada, 'breakouts.add', { ...open, room: free(4), names: {}, mark: 2, cluster: null }];
  const reported = (room: string, by: string): Step => [by, 'breakouts.result', { room, result: id, text: 'Water' }];
  const help: Step = [cleo, 'breakouts.help', { room: first, text: '' }];
  return [
    [placed, undone, [ada, 'breakouts.redo', open]],
    [dealt],
    [undone],
    [[ada, 'breakouts.deal', { ...open, sizes: [0, 0], people: [cleo] }]],
    [[ada, 'breakouts.deal', { ...open, sizes: [1, 1], people: [cleo, cleo] }]],
    [[ada, 'breakouts.place', { ...open, people: [cleo], room: free(1) }]],
    [prepared(other), [ada, 'breakouts.discard', { grouping: other }], [ada, 'breakouts.recover', { grouping: other }]],
    [prepared(other), prepared(other)],
    Array.from({ length: limits.groupingsPerSession }, (_, at) => prepared(ids(90 + at).at(-1) ?? '', at)),
    [prepared(other), [ada, 'breakouts.drop', { grouping: other, room: free(0) }], live('open', { grouping: other })],
    [added],
    [[ada, 'breakouts.add', { ...open, room: first, names: {}, mark: 2, cluster: null }]],
    [[ada, 'breakouts.name', { ...open, room: first, names: { ar: 'الساحل' } }]],
    [[ada, 'breakouts.drop', { ...open, room: first }]],
    [[ada, 'breakouts.appoint', { ...open, room: first, role: 'note-taker', person: cleo }]],
    [[ada, 'breakouts.appoint', { ...open, room: first, role: 'note-taker', person: id }]],
    [[ada, 'breakouts.describe', { ...open, room: null, field: 'task', language: 'ar', text: 'ما العائق؟' }]],
    [
      [ada, 'breakouts.attach', { ...open, room: first, material: link }],
      [ada, 'breakouts.detach', { ...open, room: first, material: id }],
    ],
    [choosing(1)],
    [[ada, 'breakouts.rule', { ...open, minutes: 10, late: 'ask', plenary: 'open', seats: null }]],
    [[ada, 'breakouts.title', { ...open, title: 'Round two' }]],
    [live('move', { people: [cleo], room: second })],
    [live('move', { people: [id], room: second })],
    [live('enter', { room: first })],
    [live('enter', { room: second }, cleo)],
    [
      closed,
      [ada, 'breakouts.prepare', groupingInput(other, { [free(0)]: [] })],
      choosing(1),
      live('open', { grouping: other }),
      live('go'),
      live('enter', { room: free(0) }, ben),
      live('enter', { room: free(0) }, cleo),
    ],
    [live('time', { minutes: 5 })],
    [live('close', { when: 'soon' }), live('stay')],
    [closed],
    [closed, live('go')],
    [[cleo, 'breakouts.ask', { room: first, wish: second, text: '' }], live('decline', { person: cleo })],
    [help, [ben, 'breakouts.unhelp', { room: first }]],
    [
      live('broadcast', { broadcast: id, rooms: 'all', text: 'Five more minutes', material: [] }),
      live('unsay', { broadcast: id }),
    ],
    [live('broadcast', { broadcast: id, rooms: 'all', text: '', material: [] })],
    [reported(first, cleo), [cleo, 'breakouts.retract', { room: first, result: id }]],
    [[cleo, 'breakouts.retract', { room: first, result: id }]],
    [live('enter', { room: first }), reported(first, ada), [cleo, 'breakouts.retract', { room: first, result: id }]],
    [live('harvest', { grouping: ada, room: first })],
    [[ada, 'sessions.listen', { room: first, on: true }]],
    [live('harvest', { grouping: other, room: null })],
    [[ada, 'sessions.address', { session, to: { to: 'rooms', rooms: [first] } }]],
  ];
}
