import { attempt, founding, type Play, personInput, play, sessionInput } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { floorRule, roundInput } from './floor.samples.ts';
import { type Floor, floorOf, type RoomFloor, roomOf } from './floor.state.ts';
import type { FloorView } from './floor.view.ts';

export const [session = ''] = sampleSessions;
export const room = `${session}/plenary`;
export const people = [ben, cleo, dina, ...sampleIds.slice(4)];
export const start = 1_600_000_000_000;

export type Step = { by: string; kind: string; input: object };
export const step = (by: string, name: string, input: object): Step => ({ by, kind: `floor.${name}`, input });
export const ask = (by: string, item: string, as = 'turn') => step(by, 'ask', { room, item, as });
export const rule = (more: object) => step(ada, 'rule', floorRule(session, more));
export const begin = (more: object = {}) => step(ada, 'begin', roundInput(room, id(99), more));
export const id = (count: number) => `${String(count).padStart(8, '0')}-2222-4000-8000-000000000000`;

/** Ada hosts; six people of three towns sit in the plenary. */
export const assembled = play(rules, [
  ...founding.map(one => ({ ...one, at: start - 2 })),
  ...[
    [
      'people.add',
      { people: people.map((person, at) => personInput(person, `P${at}`, { email: '', municipality: `T${at % 3}` })) },
    ],
    ['sessions.plan', sessionInput(session)],
    ['sessions.open', { session, admission: 'direct' }],
  ].map(([kind, input]) => ({ by: ada, kind: kind as string, input, at: start - 1 })),
  ...[ada, ...people].map(by => ({ by, kind: 'sessions.enter', input: { session }, at: start - 1 })),
]);

/** These commands at one instant; all are accepted. */
export const after = (from: Play, at: number, ...steps: readonly Step[]): Play =>
  play(
    rules,
    steps.map(one => ({ ...one, at })),
    from,
  );
export const tried = (from: Play, at: number, one: Step) => attempt(rules, { ...one, at }, from).outcomes.at(-1);
export const refused = (refusal: string) => ({ ok: false, refusal });
export const connection = (kind: 'lose' | 'regain', person: string): Step => ({
  by: 'engine',
  kind: `sessions.${kind}`,
  input: { person },
});

export const floorIn = ({ state }: Pick<Play, 'state'>): Floor => (state as { floor: Floor }).floor;
export const here = (from: Pick<Play, 'state'>): RoomFloor => roomOf(floorOf(floorIn(from), session), room);
export function seen(from: Pick<Play, 'state'>): FloorView['rooms'][string] {
  const shown = slices.floor.view(floorIn(from), { role: 'participant', place: { session, room }, watches: [] }).rooms[
    room
  ];
  if (!shown) throw new Error('the room is not shown');
  return shown;
}
export const waiting = (from: Pick<Play, 'state'>) => seen(from).queue.map(({ person }) => person);
export const holder = (from: Pick<Play, 'state'>) => seen(from).holder?.person ?? null;
