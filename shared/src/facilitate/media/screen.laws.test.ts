import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, type Play, personInput, play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { maySend, dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { type Media, mediaOf } from './media.state.ts';

const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const [emil = '', finn = ''] = [sampleIds[6], sampleIds[5]];
const everybody = [ada, ben, cleo, emil, finn];
const t0 = 1_700_000_000_000;
const minute = 60_000;

/** Ada organises, Ben facilitates, Cleo and two more take part; all of them are in the plenary. */
const begun = play(
  rules,
  [
    ...beginning,
    { by: ada, kind: 'people.add', input: { people: [personInput(emil, 'Emil'), personInput(finn, 'Finn')] }, at: 0 },
    ...[emil, finn].map(by => ({ by, kind: 'sessions.enter', input: { session }, at: 0 })),
    { by: ada, kind: 'sessions.admit', input: { session, people: 'all' }, at: 0 },
  ].map(one => ({ ...one, at: t0 })),
);

type Step = { by: string; does: 'share' | 'unshare' | 'offer' | 'end' | 'end-all' | 'go' | 'appoint'; to: string };

/** What the laws say of one room's screen, kept in another form than the rules keep it: one holder, one offer, one line. */
type Model = {
  here: Set<string>;
  hosts: Set<string>;
  holder: string | null;
  offer: { to: string; until: number } | null;
  line: string[];
};

const modelAtFirst = (): Model => ({
  here: new Set(everybody),
  hosts: new Set([ada, ben]),
  holder: null,
  offer: null,
  line: [],
});

function take(model: Model, person: string): void {
  model.holder = person;
  model.offer = null;
  model.line = model.line.filter(other => other !== person);
}

function giveUp(model: Model, person: string): void {
  if (model.holder === person) model.holder = null;
  if (model.offer?.to === person) model.offer = null;
  model.line = model.line.filter(other => other !== person);
}

/** [V6] [V7]: free for anybody, offered to one, taken over by hosts; the others wait in line. */
function share(model: Model, by: string): void {
  if (model.holder === by) return;
  const isFree = model.holder === null && (model.offer === null || model.offer.to === by);
  if (isFree || model.hosts.has(by)) take(model, by);
  else if (!model.line.includes(by)) model.line.push(by);
}

function carryOut(model: Model, { by, does, to }: Step, now: number): void {
  if (model.offer && model.offer.until <= now) model.offer = null;
  if (does === 'go') {
    if (model.here.delete(by)) giveUp(model, by);
    else model.here.add(by);
  }
  // A role in the room alone is given by Ada, who may be anywhere.
  if (does === 'appoint') model.hosts.add(emil);
  if (does === 'end' && model.hosts.has(by) && model.here.has(to) && model.holder === to) model.holder = null;
  if (does === 'end-all' && model.hosts.has(by) && model.holder !== by) model.holder = null;
  if (!model.here.has(by)) return;
  if (does === 'share') share(model, by);
  if (does === 'unshare') giveUp(model, by);
  if (does === 'offer' && model.holder === by && model.line.includes(to)) {
    model.holder = null;
    model.line = model.line.filter(other => other !== to);
    model.offer = { to, until: now + minute };
  }
}

/** The same step as a command. */
function commandOf({ by, does, to }: Step, isHere: boolean, at: number): Sent {
  switch (does) {
    case 'go':
      return isHere
        ? { by, kind: 'sessions.leave', input: { room }, at }
        : { by, kind: 'sessions.enter', input: { session }, at };
    case 'appoint':
      return { by: ada, kind: 'sessions.appoint', input: { room, person: emil, role: 'facilitator' }, at };
    case 'end':
      return { by, kind: 'media.stop', input: { room, source: 'screen', people: [to] }, at };
    case 'end-all':
      return { by, kind: 'media.stop', input: { room, source: 'screen', people: 'all' }, at };
    case 'offer':
      return { by, kind: 'media.offer', input: { room, person: to }, at };
    default:
      return { by, kind: `media.${does}`, input: { room }, at };
  }
}

const person = fc.constantFrom(...everybody, cleo, emil);
const does = fc.constantFrom<Step['does']>(
  ...Array<'share'>(8).fill('share'),
  ...Array<'offer'>(6).fill('offer'),
  ...(['unshare', 'unshare', 'end', 'end-all', 'go', 'appoint'] as const),
);
const steps = fc.array(
  fc.record({ by: person, does, to: person, after: fc.constantFrom(1, 1, 1, 20_000, minute - 1, minute) }),
  { minLength: 20, maxLength: 40 },
);

const screenIn = ({ state }: Play) => mediaOf(state.media as Media, room).screen;

/** Runs rules and model side by side; `holds` sees both after each step. */
function beside(holds: (model: Model, now: Play, before: Play) => void): void {
  fc.assert(
    fc.property(steps, list => {
      const model = modelAtFirst();
      let [play_, at] = [begun, t0];
      for (const { after, ...step } of list) {
        at += after;
        const next = playRandom(rules, [commandOf(step, model.here.has(step.by), at)], play_);
        carryOut(model, step, at);
        holds(model, next, play_);
        play_ = next;
      }
    }),
    { numRuns: 100 },
  );
}

describe('the screen of a room, beside a model of its laws', () => {
  test('[V5] [V6] [V7] [V8] is held, offered and waited for as the model says, step by step', () => {
    beside(({ holder, offer, line }, now) => {
      const screen = screenIn(now);
      expect(screen.wanted).toEqual(line);
      expect(screen.status === 'shared' ? screen.person : null).toBe(holder);
      expect(screen.status === 'offered' ? { to: screen.to, until: screen.until } : null).toEqual(offer);
    });
  });

  test('[V5] the one who shares is the only one whose screen is let through', () => {
    beside(({ holder }, { state }) => {
      expect(everybody.filter(one => maySend(state, one, 'screen'))).toEqual(holder ? [holder] : []);
    });
  });

  test('[V7] nobody moves up past those who asked before them, and nobody waits for what they hold', () => {
    beside((_, now, before) => {
      const [then, since] = [screenIn(before).wanted, screenIn(now).wanted];
      const stayed = then.filter(one => since.includes(one));
      expect(since.slice(0, stayed.length)).toEqual(stayed);
      const screen = screenIn(now);
      const holder = screen.status === 'shared' ? screen.person : screen.status === 'offered' ? screen.to : '';
      expect(since).not.toContain(holder);
      expect(new Set(since).size).toBe(since.length);
    });
  });

  test('[V8] while an offer is open, time is foreseen for its end, and for nothing without one', () => {
    beside(({ offer }, { state }) =>
      expect(rules.slices.find(({ name }) => name === 'media')?.deadline?.(state.media)).toBe(offer?.until ?? null),
    );
  });
});
