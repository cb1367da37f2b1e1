import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import {
  beginning,
  commandsOf,
  type Play,
  passTime,
  play,
  playRandom,
  type Sent,
} from '@multaqa/shared/dialogue.samples';
import { audienceKey } from '@multaqa/shared/kernel/context';
import { ben, cleo, dina, sampleIds, sampleSessions } from '@multaqa/shared/kernel/messages.samples';
import { apply, type Json } from '@multaqa/shared/kernel/patch';
import type { Rules } from '@multaqa/shared/kernel/rules';
import { limits } from '@multaqa/shared/limits';
import { unpacked, unpackedWelcome } from '@multaqa/shared/packed';
import type { Handshake, Numbered, Packed, Welcome } from '@multaqa/shared/protocol';
import fc from 'fast-check';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { inflate } from '../platform/packed.ts';
import { openDialogueTime } from './dialogue-time.ts';
import { noMetrics } from './engine-metrics.ts';
import { openFaults } from './faults.ts';
import { startPublisher } from './publisher.ts';
import type { Connection } from './subscriptions.ts';

const [session = ''] = sampleSessions;
const plenary = `${session}/plenary`;

/** A publisher whose clock the test turns, and tabs that keep what they are told. */
function openHall(start: Play, over: Partial<Rules> = {}) {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  const rooms = new Map<string, Set<Tab>>();
  const frames: string[] = [];
  const clock = {
    now: () => now,
    monotonic: () => now,
    follow() {},
    at(at: number, act: () => void) {
      const timer = { at, act };
      timers.push(timer);
      return () => {
        timers = timers.filter(other => other !== timer);
      };
    },
  };
  const publisher = startPublisher({
    rules: { ...rules, ...over },
    clock,
    time: openDialogueTime(clock, 0),
    faults: openFaults(pino({ level: 'silent' }), 'test'),
    metrics: noMetrics,
    debug() {},
    epoch: 'first',
    start: { state: start.state, seq: start.log.length },
    send(audience, patch) {
      frames.push(audience);
      for (const tab of rooms.get(audience) ?? []) tab.patch(patch);
    },
  });
  let story = start;

  /** What a client keeps. */
  class Tab {
    welcomes: Welcome['kind'][] = [];
    told: string[] = [];
    view: Json = {};
    own: Record<string, unknown> = {};
    seq = 0;
    audience = '';
    isOpen = true;
    connection: Connection;
    person: string;
    constructor(person: string) {
      this.person = person;
      this.connection = {
        person,
        refusedBy: () => null,
        isClogged: () => false,
        welcome: packed => this.welcome(unpackedWelcome(packed, inflate)),
        own: own => {
          this.own = { ...this.own, ...own };
          this.told.push(JSON.stringify(own));
        },
        join: audience => rooms.set(audience, (rooms.get(audience) ?? new Set()).add(this)),
        leave: audience => rooms.get(audience)?.delete(this),
        close: () => {
          this.isOpen = false;
        },
      };
    }
    enter(known?: Handshake['known']) {
      publisher.enter(this.connection, known);
      return this;
    }
    welcome(welcome: Welcome) {
      this.welcomes.push(welcome.kind);
      this.told.push(JSON.stringify(welcome));
      this.own = welcome.own;
      if (welcome.kind === 'snapshot') this.view = welcome.view as Json;
      if (welcome.kind === 'moved') {
        expect(welcome.from).toEqual({ audience: this.audience, seq: this.seq });
        this.view = apply(this.view, welcome.patch);
      }
      if (welcome.kind !== 'tail') this.seq = welcome.seq;
      if (welcome.kind !== 'moved') for (const patch of welcome.patches) this.take(patch);
      this.audience = audienceKey(welcome.audience);
    }
    patch(packed: Packed<Numbered>) {
      const patch = unpacked(packed, inflate);
      this.told.push(JSON.stringify(patch));
      this.take(patch);
    }
    take({ from, to, patch }: Numbered) {
      expect(from).toBe(this.seq);
      this.view = apply(this.view, patch);
      this.seq = to;
    }
  }

  return {
    frames,
    come: (person: string) => new Tab(person).enter(),
    /** Plays one more command and tells the publisher. */
    happen(sent: Sent) {
      const before = story;
      story = playRandom(rules, [sent], passTime(rules, sent.at, story));
      const facts = story.log.slice(before.log.length);
      publisher.changed(facts, story.state, story.log.length, [String(sent.by)]);
    },
    pass(ms: number) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { act } of due) act();
    },
    flush: publisher.flush,
    state: () => story.state,
  };
}

type Hall = ReturnType<typeof openHall>;

/** What somebody would be shown who came only now. */
function snapshotFor({ state }: Hall, person: string): unknown {
  const audience = rules.audienceOf(state(), person);
  return (
    audience && Object.fromEntries(rules.slices.map(slice => [slice.name, rules.viewOf(state(), slice, audience)]))
  );
}

describe('what connections are told', () => {
  const steps = fc.array(fc.constantFrom('nothing', 'flush', 'come'), { minLength: 60, maxLength: 60 });
  const histories = fc.oneof(...rules.slices.map(({ name }) => commandsOf(rules, 30, name)));

  test('whatever happens and whoever goes where, the patches from the old views equal a snapshot', () => {
    fc.assert(
      fc.property(histories, steps, (sent, turns) => {
        const hall = openHall(playRandom(rules, sent.slice(0, 2)));
        const tabs = sampleIds.map(person => hall.come(person));
        for (const [at, one] of sent.slice(2).entries()) {
          hall.happen(one);
          if (turns[at] === 'flush') hall.flush();
          if (turns[at] === 'come') tabs.push(hall.come(sampleIds[at % sampleIds.length] ?? ''));
        }
        hall.flush();
        for (const tab of tabs) {
          if (!tab.isOpen) continue;
          expect(tab.view).toEqual(snapshotFor(hall, tab.person));
          expect(tab.own).toEqual(rules.ownOf(hall.state(), tab.person));
        }
      }),
      { numRuns: 200 },
    );
  });

  const live = beginning.at(-1)?.at ?? 0;
  const say = (text: string, at = 0): Sent => ({
    by: cleo,
    kind: 'chat.say',
    input: { room: plenary, message: crypto.randomUUID(), text },
    at: live + at,
  });

  test('who moves gets the difference, made of what they may see now', () => {
    const hall = openHall(play(rules, beginning));
    const tab = hall.come(dina);
    hall.happen(say('said while Dina was outside'));
    hall.happen({ by: dina, kind: 'sessions.enter', input: { session }, at: live });
    hall.flush();
    expect(tab.welcomes).toEqual(['snapshot', 'moved']);
    // What she knew already is not told again.
    expect(tab.told.join()).toContain('Local jobs');
    expect(tab.told.at(-1)).not.toContain('Local jobs');
    hall.happen({ by: dina, kind: 'sessions.leave', input: {}, at: live });
    hall.happen(say('said after Dina left'));
    hall.flush();
    expect(tab.told.join()).not.toContain('said after Dina left');
    expect(tab.view).toEqual(snapshotFor(hall, dina));
  });

  test('[C4] who comes after a removal is told nothing of the words, though a view with them was packed for others', () => {
    const hall = openHall(play(rules, beginning));
    // A view so long that it is sent again with the patches since, rather than made again.
    for (let at = 0; at < 30; at += 1) hall.happen(say(crypto.randomUUID().repeat(4)));
    const slip = say('a secret slip');
    hall.happen(slip);
    hall.flush();
    expect(hall.come(ben).told.join()).toContain('a secret slip');
    const { message } = slip.input as { message: string };
    hall.happen({ by: cleo, kind: 'chat.remove', input: { room: plenary, message }, at: live });
    expect(hall.come(ben).told.join()).not.toContain('a secret slip');
    hall.flush();
    expect(hall.come(ben).told.join()).not.toContain('a secret slip');
  });

  test('a change after a quiet moment is told at once, those that follow go together', () => {
    const hall = openHall(play(rules, beginning));
    hall.come(ben);
    hall.come(cleo);
    hall.happen(say('first'));
    hall.pass(0);
    const audiences = hall.frames.splice(0);
    expect(audiences.length).toBeGreaterThan(0);
    for (const text of ['second', 'third', 'fourth']) {
      hall.happen(say(text));
      hall.pass(1);
    }
    expect(hall.frames).toEqual([]);
    hall.pass(limits.tick);
    expect(hall.frames.sort()).toEqual(audiences.sort());
  });

  test('a slice that cannot say whom a fact concerns costs nobody what they are told', () => {
    const concerns = (): never => {
      throw new Error('broken');
    };
    const hall = openHall(play(rules, beginning), { concerns });
    const tab = hall.come(cleo);
    hall.happen({ by: ben, kind: 'media.ask', input: { room: plenary, person: cleo, source: 'camera' }, at: live });
    hall.pass(limits.tick);
    expect(tab.view).toEqual(snapshotFor(hall, cleo));
    expect(tab.own).toEqual(rules.ownOf(hall.state(), cleo));
  });

  test('a person is told nothing of their own by what concerns others', () => {
    const hall = openHall(play(rules, beginning));
    const [tab, other] = [hall.come(cleo), hall.come(ben)];
    const before = [tab.told.length, other.told.length];
    const lookOut: Sent = {
      by: ben,
      kind: 'media.ask',
      input: { room: plenary, person: cleo, source: 'camera' },
      at: live,
    };
    hall.happen(lookOut);
    hall.flush();
    expect(tab.own).toEqual(rules.ownOf(hall.state(), cleo));
    expect(tab.told.slice(before[0]).filter(told => told.includes('asked'))).toHaveLength(1);
    expect(other.told.slice(before[1]).filter(told => told.includes('asked'))).toEqual([]);
  });
});
