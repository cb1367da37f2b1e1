import { limits } from '../../limits.ts';
import type { Sheet } from './sheet.ts';

type Step = [by: string, kind: string, input: object];

/** A sheet with two options, or what is said of it. */
export const sheetInput = (more: Partial<Sheet> = {}): Sheet => ({
  question: { en: 'Where do we begin?', ar: 'من أين نبدأ؟' },
  hint: {},
  options: [
    { option: 'o1', names: { en: 'Training', ar: 'التدريب' } },
    { option: 'o2', names: { en: 'Markets', ar: 'الأسواق' } },
  ],
  labels: {},
  design: { kind: 'single' },
  names: 'shown',
  results: 'live',
  weight: 'person',
  split: null,
  seconds: null,
  ...more,
});

const emptyCount = { tally: { voters: 0, sums: [] }, groups: [] };
export const publicKey = 'ab'.repeat(32);

/** Short histories of polls, each with one command at its end that may be refused. Cleo sits in the first room, Ben in the second. */
export function pollHistories(names: {
  ada: string;
  cleo: string;
  session: string;
  rooms: readonly [string, string];
  ids(count: number): string[];
}): Step[][] {
  const { ada, cleo, session, rooms, ids } = names;
  const [room, elsewhere] = rooms;
  const [poll = '', run = '', again = '', other = ''] = ids(4);
  const unknown = ids(limits.pollsPerDialogue + 9).at(-1) ?? '';
  const prepare = (more: Partial<Sheet> = {}, id = poll): Step => [
    ada,
    'polls.prepare',
    { poll: id, session, sheet: sheetInput(more) },
  ];
  const launch = (id = run, key: string | null = null, of = poll): Step => [
    ada,
    'polls.launch',
    { poll: of, run: id, room, also: [], key },
  ];
  const step = (kind: string, input: object, by = ada): Step => [by, `polls.${kind}`, input];
  const inside = { run, room };
  const vote = (option: string, by = cleo) => step('vote', { ...inside, ballot: { choose: [option] } }, by);
  const [close, reopen] = [step('close', inside), step('reopen', inside)];
  const secret = [prepare({ names: 'never', results: 'after' }), launch(run, publicKey)];
  const paper = (blinded: string) => step('paper', { ...inside, blinded }, cleo);
  const count = (more: object): Step => [
    'engine',
    'polls.count',
    { run, piece: 0, ballots: 5, ...emptyCount, ...more },
  ];
  const open = [prepare(), launch()];
  const shown = { run, what: 'result', split: null, against: null };
  return [
    [
      prepare(),
      prepare({ seconds: 60 }),
      step('remove', { poll }),
      step('recover', { poll }),
      step('recover', { poll }),
    ],
    [prepare(), prepare({}, other), step('place', { poll: other, before: poll })],
    [
      step('improvise', { poll, room, sheet: sheetInput() }),
      step('improvise', { poll, room: elsewhere, sheet: sheetInput() }),
    ],
    ids(limits.pollsPerDialogue + 1).map(id => prepare({}, id)),
    [...open, vote('o1'), vote('o2'), close, vote('o1')],
    [...open, close, reopen, step('time', { ...inside, seconds: 60 }), launch()],
    [...open, vote('o3')],
    [...open, step('paper', { ...inside, blinded: publicKey }, cleo)],
    [...open, step('reveal', inside)],
    [...open, close, step('reveal', inside)],
    [...open, step('show', { room, shown }), step('show', { room, shown: null })],
    [...open, step('discard', { run }), step('restore', { run }), step('restore', { run })],
    [prepare({ options: [] }), launch()],
    [...secret, paper(publicKey), paper('cd'.repeat(32))],
    [...secret, vote('o1')],
    [...secret, count({ step: 'interim' }), close, count({ step: 'final' }), reopen],
    [
      prepare(),
      [ada, 'breakouts.appoint', { grouping: ada, room, role: 'facilitator', person: cleo }],
      [cleo, 'polls.launch', { poll, run, room, also: [elsewhere], key: null }],
    ],
    [...open, launch(again), step('close', { run: unknown, room })],
  ];
}
