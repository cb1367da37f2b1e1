import { limits } from '../../limits.ts';
import type { Outcome } from './outcomes.ts';

type Step = [by: string, kind: string, input: object];

/** An outcome as a document says it, written by nobody who is known. */
export const outcomeInput = (outcome: string, room: string, more: Partial<Outcome> = {}): Outcome => ({
  outcome,
  room,
  document: 'notes',
  kind: 'practice',
  title: 'A shared repair shop',
  text: '',
  language: 'en',
  people: [],
  municipality: null,
  subtopic: null,
  owner: null,
  due: null,
  translation: null,
  from: [],
  by: null,
  ...more,
});

/** Short histories of the notes, each with one command at its end that may be refused. */
export function noteHistories({
  ada,
  session,
  rooms: [first, second],
  ids,
}: {
  ada: string;
  session: string;
  rooms: readonly [string, string];
  ids(count: number): string[];
}): Step[][] {
  const [one = ''] = ids(1);
  const read = (outcome: string, room: string, more: Partial<Outcome> = {}): Step => [
    'engine',
    'notes.read',
    outcomeInput(outcome, room, more),
  ];
  const miss: Step = ['engine', 'notes.miss', { room: first, document: 'notes', outcomes: [one, one] }];
  const sign: Step = [ada, 'notes.sign', { session }];
  const unsign: Step = [ada, 'notes.unsign', { session }];
  const template = { session, room: first, template: 'gaps' };
  return [
    [read(one, first), read(one, first), read(one, first, { title: 'ورشة مشتركة' }), miss],
    [read(one, first), read(one, second)],
    ids(limits.outcomesPerDialogue + 1).map(id => read(id, first)),
    [[ada, 'notes.rule', { session, authors: 'hidden' }]],
    [
      [ada, 'notes.template', template],
      [ada, 'notes.template', { ...template, room: null, template: null }],
    ],
    [[ada, 'notes.template', { ...template, session: one }]],
    [[ada, 'notes.rule', { session: one, authors: 'hidden' }]],
    [sign, sign],
    [sign, unsign, unsign],
  ];
}
