import fc from 'fast-check';
import { clusterHistories } from './cluster/cluster.samples.ts';
import {
  attempt,
  beginning,
  commandsOf,
  firstRoom,
  founding,
  inBreakouts,
  type Play,
  passTime,
  personInput,
  play,
  playRandom,
  type Sent,
  secondRoom,
  sessionInput,
} from './dialogue.samples.ts';
import { agendaHistories } from './facilitate/agenda/agenda.samples.ts';
import { boardHistories } from './facilitate/board/board.samples.ts';
import { breakoutHistories } from './facilitate/breakouts/breakouts.samples.ts';
import { exchangeHistories } from './facilitate/exchange/exchange.samples.ts';
import { floorHistories } from './facilitate/floor/floor.samples.ts';
import { noteHistories } from './facilitate/notes/notes.samples.ts';
import { pollHistories } from './facilitate/polls/polls.samples.ts';
import { questionHistories } from './facilitate/questions/questions.samples.ts';
import { reactionHistories } from './facilitate/reactions/reactions.samples.ts';
import { ada, ben, cleo, dina, sampleSessions } from './kernel/messages.samples.ts';
import type { Rules } from './kernel/rules.ts';
import { limits } from './limits.ts';

/** Every kind of fact and every refusal of these rules that none of these histories reaches. */
export function missingFrom(rules: Rules, histories: readonly Play[]): string[] {
  const reached = new Set(
    histories.flatMap(({ log, outcomes }) => [
      ...log.map(({ kind }) => kind),
      ...outcomes.flatMap(outcome => (outcome.ok ? [] : [outcome.refusal])),
    ]),
  );
  return rules.slices
    .flatMap(({ facts, refusals }) => [...Object.keys(facts), ...refusals])
    .filter(kind => !reached.has(kind));
}

/** The same random histories every time, as many of them about each slice. */
export const seededHistories = (rules: Rules, perSlice: number): Play[] =>
  rules.slices.flatMap(({ name }) =>
    fc.sample(commandsOf(rules, 40, name), { numRuns: perSlice, seed: 2020 }).map(sent => playRandom(rules, sent)),
  );

type Step = [by: Sent['by'], kind: string, input: object];

const [session = '', other = ''] = sampleSessions;
const room = `${session}/plenary`;
const someone = { session, person: cleo };
const later = 1_600_000_000_000;
const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `${String(at).padStart(8, '0')}-1111-4000-8000-000000000000`);

/** What chance seldom brings about, played step by step; what comes last may be refused. */
export function rareHistories(rules: Rules): Play[] {
  const sent = ([by, kind, input]: Step): Sent => ({ by, kind, input, at: later });
  const from = (start: readonly Sent[], ...steps: Step[]) =>
    play(
      rules,
      [...start, ...steps.map(sent)].map(one => ({ ...one, at: later })),
    );
  const last = (before: Play, ...step: Step) => attempt(rules, sent(step), before);
  const groups = Array.from({ length: limits.peoplePerDialogue / limits.peoplePerImport }, (_, at) =>
    ids(limits.peoplePerDialogue).slice(at * limits.peoplePerImport, (at + 1) * limits.peoplePerImport),
  );
  const adding = (group: string[]): Step => [
    ada,
    'people.add',
    { people: group.map(id => personInput(id, 'Cleo', { email: '' })) },
  ];
  const asking = (kind: string, field: string | null = null): Step => [
    ada,
    'form.ask',
    { field, kind, names: { en: 'How many?' }, choices: [] },
  ];
  const planning = (id: string): Step => [ada, 'sessions.plan', sessionInput(id)];
  const planned = from(beginning, planning(other));
  const shared = from(beginning, [ben, 'media.share', { room }], [cleo, 'media.share', { room }]);
  const offered = last(shared, ben, 'media.offer', { room, person: cleo });
  const out = from(beginning, [ben, 'sessions.expel', { ...someone, bar: true }]);
  const removed = from(beginning, [ada, 'people.remove', { people: [cleo] }]);
  return [
    last(from(founding, ...groups.slice(1).map(adding)), ...adding(groups[0] ?? [])),
    last(from(founding, ...ids(limits.sessionsPerDialogue).map(planning)), ...planning(other)),
    last(planned, ada, 'sessions.open', { session: other, admission: 'direct' }),
    from(
      beginning,
      planning(other),
      [ada, 'sessions.cancel', { session: other }],
      [ada, 'sessions.restore', { session: other }],
    ),
    from(beginning, ['engine', 'sessions.lose', { person: cleo }], ['engine', 'sessions.regain', { person: cleo }]),
    last(out, ada, 'sessions.readmit', someone),
    last(out, cleo, 'sessions.enter', { session }),
    last(from(beginning), ben, 'sessions.expel', { session, person: ada, bar: false }),
    last(from(beginning), ben, 'sessions.expel', { session, person: ben, bar: false }),
    last(removed, ada, 'people.restore', { people: [cleo] }),
    last(removed, ada, 'people.forget', { person: cleo }),
    last(from(beginning, [ben, 'sessions.lock', { session }]), ben, 'sessions.unlock', { session }),
    last(from(beginning, [ben, 'sessions.countdown', { session }]), ada, 'sessions.stay', { session }),
    last(from(beginning, [ben, 'sessions.close', { session }]), ada, 'sessions.reopen', { session }),
    last(from(beginning), ben, 'sessions.reopen', { session }),
    passTime(rules, later + limits.reopening, from(beginning, [ben, 'sessions.close', { session }])),
    attempt(
      rules,
      { ...sent([ben, 'sessions.reopen', { session }]), at: later + limits.reopening },
      from(beginning, [ben, 'sessions.close', { session }]),
    ),
    ...breakoutHistories({ ada, ben, cleo, session, rooms: [firstRoom, secondRoom], ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    ...noteHistories({ ada, session, rooms: [firstRoom, secondRoom], ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    ...boardHistories({ ada, ben, cleo, session, rooms: [firstRoom, secondRoom], ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    ...pollHistories({ ada, cleo, session, rooms: [firstRoom, secondRoom], ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    ...questionHistories({ ada, ben, cleo, session, rooms: [firstRoom, secondRoom], ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    ...floorHistories({ ada, ben, cleo, dina, session, room, ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(beginning, ...steps.slice(0, -1)), ...end);
    }),
    ...reactionHistories({ cleo, dina, session, room: firstRoom }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    ...agendaHistories({ ada, cleo, dina, session, rooms: [firstRoom, secondRoom], ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    ...exchangeHistories({ ada, cleo, session, rooms: [firstRoom, secondRoom], now: later, ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(inBreakouts, ...steps.slice(0, -1)), ...end);
    }),
    // A second voice in the room of the first replies.
    from(
      beginning,
      [ada, 'people.edit', personInput(ben, 'Ben')],
      [ben, 'chat.say', { room, message: other, text: 'How?', replyTo: cleo }],
    ),
    ...clusterHistories({ ada, cleo, ids }).map(steps => {
      const end = steps.at(-1) as Step;
      return last(from(beginning, ...steps.slice(0, -1)), ...end);
    }),
    last(
      from(beginning, [ada, 'form.list', { needs: [{ need: null, names: { en: 'Training' } }] }]),
      ...([ada, 'form.unlist', { need: 'n1' }] as Step),
    ),
    last(from(beginning, [ben, 'chat.remove', { room, message: cleo }]), ben, 'chat.restore', { room, message: cleo }),
    last(from(founding, ...Array<Step>(limits.ownQuestions).fill(asking('text'))), ...asking('text')),
    last(from(beginning, asking('text')), ...asking('number', 'f1')),
    last(from(beginning, asking('text')), ada, 'form.unask', { field: 'f1' }),
    last(from(beginning, [ada, 'form.lock', {}]), cleo, 'people.describe', { person: cleo, vision: 'A fair' }),
    // Somebody who is not there any more.
    last(from(beginning, [cleo, 'sessions.leave', { room }]), ben, 'sessions.expel', {
      session,
      person: cleo,
      bar: true,
    }),
    last(from(beginning, asking('text')), cleo, 'form.answer', { person: cleo, fields: [{ field: 'f1', value: 3 }] }),
    last(from(beginning), ben, 'chat.add', { room, message: other, text: 'and one more thing' }),
    last(shared, cleo, 'media.unshare', { room }),
    passTime(rules, later + limits.screenOffer, offered),
    last(
      from(beginning, [ben, 'media.ask', { room, person: cleo, source: 'camera' }]),
      ...([cleo, 'media.decline', { room }] as Step),
    ),
    last(
      from(beginning, [dina, 'sessions.enter', { session }], [ada, 'sessions.admit', { session, people: 'all' }]),
      ben,
      'media.ask',
      { room, person: dina, source: 'camera' },
    ),
  ];
}
