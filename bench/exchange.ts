// What a batch of speech costs: deciding it, the new state, and what a host sees of it, at the beginning of a session and late
// in it, beside a server that makes the same dials from all turns each time. usage: node bench/exchange.ts [people] [minutes]
import { isDeepStrictEqual } from 'node:util';
import { beginning, personInput, play, type Sent } from '../shared/src/dialogue.samples.ts';
import { dialogueRules as rules } from '../shared/src/dialogue.ts';
import { batch } from '../shared/src/facilitate/exchange/exchange.samples.ts';
import { type Exchange, exchangeIn } from '../shared/src/facilitate/exchange/exchange.state.ts';
import type { ExchangeView } from '../shared/src/facilitate/exchange/exchange.view.ts';
import { figuresOf } from '../shared/src/facilitate/exchange/figures/figures.ts';
import { toldOf } from '../shared/src/facilitate/exchange/figures/told.ts';
import { chances } from '../shared/src/kernel/chances.ts';
import { ada, sampleSessions } from '../shared/src/kernel/messages.samples.ts';
import { limits } from '../shared/src/limits.ts';

const [people = 40, minutes = 90] = process.argv.slice(2).map(Number);
const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const ids = Array.from({ length: people }, (_, at) => `${String(at).padStart(8, '0')}-3333-4000-8000-000000000000`);
// The beginning happens at 1 ms: people come soon after it, so that they were there for most of the session.
const start = 2;
const at = (by: string, kind: string, input: object): Sent => ({ by, kind, input, at: start });
const groups = Array.from({ length: Math.ceil(people / 50) }, (_, group) => ids.slice(group * 50, group * 50 + 50));
const more = (id: string) => ({ email: '', municipality: `Town ${Number(id.slice(0, 8)) % 22}` });

let now = play(rules, [
  ...beginning,
  ...groups.map(some => at(ada, 'people.add', { people: some.map(id => personInput(id, 'Cleo', more(id))) })),
  ...ids.map(id => at(id, 'sessions.enter', { session })),
  at(ada, 'sessions.admit', { session, people: 'all' }),
]);
const chance = chances(1);
const slice = rules.slices.find(({ name }) => name === 'exchange');
const host = rules.audienceOf(now.state, ada);
if (!slice || !host) throw new Error('nobody hosts');

const ours: number[] = [];
const theirs: number[] = [];
let speaker = ids[0] ?? '';
for (let to = start + limits.speechBatch; to < start + minutes * 60_000; to += limits.speechBatch) {
  if (chance() < 0.1) speaker = ids[Math.floor(chance() * people)] ?? '';
  const input = batch(room, [[speaker, to - limits.speechBatch, to]]);
  const began = performance.now();
  now = {
    ...play(rules, [{ by: 'engine', kind: 'exchange.record', input, at: to }], { ...now, log: [], outcomes: [] }),
    log: [],
    outcomes: [],
  };
  const view = rules.viewOf(now.state, slice, host) as ExchangeView;
  ours.push(performance.now() - began);
  const again = performance.now();
  const figures = figuresOf(toldOf(exchangeIn(now.state.exchange as Exchange, session), [room]));
  theirs.push(performance.now() - again);
  const dials = view.rooms[room]?.dials;
  const told = figures.measured?.evenness ?? null;
  if (to > start + 10 * 60_000 && told === null) throw new Error('there is too little to compare');
  if (!isDeepStrictEqual([dials?.n, dials?.evenness], [figures.n, told]))
    throw new Error('the dials are not the figures');
}

const middle = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const part = Math.floor(ours.length / 5);
const [early, late] = [ours.slice(part, 2 * part), ours.slice(-part)].map(middle);
const all = middle(theirs.slice(-part));
console.log(`${people} people, ${minutes} min, ${ours.length} batches (medians, ms)`);
console.log(
  `a batch early ${early?.toFixed(3)}, late ${late?.toFixed(3)}: ${((late ?? 0) / (early ?? 1)).toFixed(2)} times`,
);
console.log(`all figures from all turns, late: ${all.toFixed(3)}, ${(all / (late ?? 1)).toFixed(1)} times ours`);
