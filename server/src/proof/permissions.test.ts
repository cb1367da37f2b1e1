import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { messagesOf, sessionInput } from '@multaqa/shared/dialogue.samples';
import { type MessageSpec, type Phase, phases, type Role, roles } from '@multaqa/shared/kernel/messages';
import { valuesOf } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  hurriedClock,
  newId,
  redeem,
  startTestApp,
  type TestApp,
} from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';

/** What a command aims at: the sender's own room and card, another room or person of the dialogue, or something of another dialogue. */
const aims = ['own', 'other', 'foreign'] as const;
type Aim = (typeof aims)[number];

type World = {
  dialogue: string;
  session: string;
  people: Record<Role, string>;
  browsers: Record<Role, Browser>;
  clients: Record<Role, Client>;
};

/** The table read once more, by other words than the product's: may this role do this here and now? */
function isAllowed(spec: MessageSpec, role: Role, phase: Phase, aim: Aim, isSeated: boolean): boolean {
  const scope = spec.by[role];
  if (!scope || !spec.phases.includes(phase)) return false;
  if (scope === 'dialogue') return true;
  if (scope === 'self') return aim === 'own';
  if (!isSeated || phase !== 'live') return scope === 'any-room' && phase === 'live' && aim !== 'foreign';
  return scope === 'any-room' ? aim !== 'foreign' : aim === 'own';
}

describe.each(phases)('every role and command while a dialogue is %s', phase => {
  const clock = hurriedClock();
  let app: TestApp;
  let ada: Browser;
  let here: World;
  let elsewhere: World;

  beforeAll(async () => {
    app = await startTestApp({ clock });
    ({ ada } = await foundDialogue(app));
    here = await openWorld(phase);
    elsewhere = await openWorld('live');
  });
  afterAll(() => app.stop());

  async function openWorld(until: Phase): Promise<World> {
    const { body } = await ada.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] });
    const dialogue = String(body.dialogue);
    const host = await connect(ada, dialogue);
    const people = Object.fromEntries(roles.map(role => [role, newId()])) as Record<Role, string>;
    const session = newId();
    await host.command('people.add', { people: roles.map(role => card(people[role], role, role)) });
    await host.command('sessions.plan', sessionInput(session));
    const links = await copyLinks(ada, dialogue, Object.values(people));
    const browsers = {} as World['browsers'];
    const clients = {} as World['clients'];
    for (const role of roles) browsers[role] = await redeem(app.url, links[people[role]] ?? '');
    if (until === 'live') await host.command('sessions.open', { session, admission: 'direct' });
    if (until === 'ended') await host.command('about.end', {});
    for (const role of roles) {
      clients[role] = await connect(browsers[role], dialogue);
      if (until === 'live') await clients[role].command('sessions.enter', { session });
    }
    host.close();
    return { dialogue, session, people, browsers, clients };
  }

  /** A sample input in which every id and room is the sender's, somebody else's here, or the other dialogue's. */
  function aimed(spec: MessageSpec, role: Role, aim: Aim, seed: number): unknown {
    const world = aim === 'foreign' ? elsewhere : here;
    const somebody = roles[(roles.indexOf(role) + 1) % roles.length] ?? role;
    const person = aim === 'own' ? world.people[role] : world.people[somebody];
    const room = `${world.session}/${aim === 'other' ? 'lobby' : 'plenary'}`;
    const names = { ids: [person, world.session], rooms: [room] };
    const [sample] = fc.sample(valuesOf(spec.input, names), { numRuns: 1, seed });
    // Permission looks at the person and the room of an input; an id under any other name is whatever it happened to be.
    const known: Record<string, unknown> = { person, room };
    return Object.fromEntries(
      Object.entries(sample as object).map(([key, value]) => [key, key in known ? known[key] : value]),
    );
  }

  const cells = messagesOf(rules).flatMap(([kind, spec]) =>
    roles.flatMap(role => aims.map(aim => ({ kind, spec, role, aim }))),
  );

  test(`${cells.length} cells: what the table denies is refused, changes nothing and reaches nobody`, async () => {
    const live = app.dialogues.loaded(here.dialogue);
    if (!live) throw new Error('the dialogue is not loaded');
    let denied = 0;
    for (const { kind, spec, role, aim } of cells) {
      const input = aimed(spec, role, aim, 42);
      const what = `${role} ${kind} ${aim}`;
      if (isAllowed(spec, role, phase, aim, true)) {
        const parsed = rules.parse(kind, input, 0);
        const decision =
          parsed.ok && rules.decide(live.runner.state(), here.people[role], parsed.command, clock.now(), 0);
        if (decision && !decision.ok) expect(['not-permitted', 'not-now'], what).not.toContain(decision.refusal);
        continue;
      }
      clock.pass(10_000);
      const before = live.runner.seq();
      const ack = await here.clients[role].command(kind, input);
      expect(ack.ok ? 'accepted' : ack.refusal, what).toMatch(/^not-(permitted|now)$/);
      expect(live.runner.seq(), what).toBe(before);
      denied += 1;
    }
    expect(denied).toBeGreaterThan(200);
    live.publisher.flush();
    // One last exchange with each client comes after anything that was sent before it.
    const seqs = await Promise.all(
      roles.map(async role => {
        clock.pass(10_000);
        await here.clients[role].ask('chat.older', { before: 1 });
        return here.clients[role].seq();
      }),
    );
    expect(Math.max(...seqs)).toBeLessThanOrEqual(live.runner.seq());
  });

  test('a command of one dialogue never touches another, whatever ids it carries', async () => {
    const other = app.dialogues.loaded(elsewhere.dialogue);
    const before = JSON.stringify(other?.runner.state());
    for (const [kind, spec] of messagesOf(rules)) {
      const parsed = rules.parse(kind, aimed(spec, 'organiser', 'foreign', 7), 0);
      if (!parsed.ok || !spec.by.organiser) continue;
      clock.pass(10_000);
      if (!kind.startsWith('about.') && !kind.startsWith('people.remove'))
        await here.clients.organiser.command(kind, parsed.command.input);
    }
    expect(JSON.stringify(other?.runner.state())).toBe(before);
  });

  test('engine commands are refused from every connection', async () => {
    for (const kind of ['about.create', 'people.found', 'sessions.lose', 'sessions.regain']) {
      clock.pass(10_000);
      const ack = await here.clients.organiser.command(
        kind,
        kind.startsWith('sessions') ? { person: here.people.participant } : {},
      );
      expect(ack.ok).toBe(false);
    }
  });
});
