import { connectionRates, limits } from '@multaqa/shared/limits';
import { protocol } from '@multaqa/shared/protocol';
import { Manager, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  hurriedClock,
  newId,
  openBrowser,
  redeem,
  startTestApp,
  type TestApp,
} from './app.samples.ts';
import { type Client, connect } from './client.samples.ts';

describe('the one way into each namespace', () => {
  let app: TestApp;
  let organiser: Client;
  let ben: Browser;
  let cleo: Browser;
  let dialogue = '';
  const [benId, cleoId] = [newId(), newId()];
  const clock = hurriedClock();
  beforeEach(() => clock.pass(60_000));
  beforeAll(async () => {
    app = await startTestApp({ clock });
    const founded = await foundDialogue(app);
    dialogue = founded.dialogue;
    organiser = await connect(founded.ada, dialogue);
    await organiser.command('people.add', { people: [card(benId, 'Ben'), card(cleoId, 'Cleo')] });
    const links = await copyLinks(founded.ada, dialogue, [benId, cleoId]);
    ben = await redeem(app.url, links[benId] ?? '');
    cleo = await redeem(app.url, links[cleoId] ?? '');
  });
  afterAll(async () => {
    organiser.close();
    await app.stop();
  });

  /** A line of its own, as a tab has it. */
  function openManager({ url, cookie }: Browser): Manager {
    const extraHeaders = { origin: url, ...(cookie && { cookie }) };
    return new Manager(url, { transports: ['websocket'], reconnection: false, autoConnect: false, extraHeaders });
  }

  /** Enters a namespace over a line; `in`, or why not. */
  async function enter(manager: Manager, namespace: string, auth: object = { protocol, dialogue }) {
    const socket: Socket = manager.socket(namespace, { auth });
    onTestFinished(() => void socket.disconnect());
    socket.auth = auth as Record<string, unknown>;
    const outcome = await new Promise<string>(resolve => {
      socket.once('connect', () => resolve('in'));
      socket.once('connect_error', ({ message }) => resolve(message));
      socket.connect();
    });
    return { socket, outcome };
  }

  const each = (law: (namespace: string) => Promise<void>) => async () => {
    expect(app.namespaces.length).toBeGreaterThan(1);
    for (const namespace of app.namespaces) await law(namespace);
  };

  it(
    'lets in whoever is identified, and says to all others why not',
    each(async namespace => {
      const outcomeOf = async (browser: Browser, auth?: object) =>
        (await enter(openManager(browser), namespace, auth)).outcome;
      expect(await outcomeOf(ben)).toBe('in');
      expect(await outcomeOf(openBrowser(app.url))).toBe('signed-out');
      expect(await outcomeOf(ben, { protocol, dialogue: newId() })).toBe('signed-out');
      expect(await outcomeOf(ben, { protocol: 0, dialogue })).toBe('reload');
      expect(await outcomeOf(ben, { protocol, dialogue: 'any' })).toBe('malformed');
      expect(await outcomeOf(ben, { protocol, dialogue, person: cleoId })).toBe('malformed');
    }),
  );

  it(
    'counts entries for each person and namespace by itself',
    each(async namespace => {
      clock.pass(60_000);
      const outcomes: string[] = [];
      for (let entries = 0; entries <= connectionRates.enter.burst; entries += 1) {
        const { socket, outcome } = await enter(openManager(ben), namespace);
        outcomes.push(outcome);
        socket.disconnect();
      }
      expect(outcomes.at(-1)).toBe('too-fast');
      for (const other of app.namespaces)
        if (other !== namespace) expect((await enter(openManager(ben), other)).outcome).toBe('in');
      expect((await enter(openManager(cleo), namespace)).outcome).toBe('in');
      clock.pass(60_000);
    }),
  );

  it(
    'what is refused or ended in one namespace leaves the others of the same line alone',
    each(async refused => {
      const line = openManager(cleo);
      const others: Socket[] = [];
      for (const namespace of app.namespaces)
        if (namespace !== refused) others.push((await enter(line, namespace)).socket);
      expect((await enter(line, refused, { protocol: 0, dialogue })).outcome).toBe('reload');
      const full: { socket: Socket }[] = [];
      for (let count = 0; count <= limits.mediaSocketsPerPerson; count += 1)
        full.push(await enter(openManager(cleo), refused));
      expect((await enter(line, refused)).outcome).toBe('too-many');
      expect(others.every(({ connected }) => connected)).toBe(true);
      for (const { socket } of full) socket.disconnect();
      await expect.poll(async () => (await enter(line, refused)).outcome).toBe('in');
      clock.pass(60_000);
    }),
  );

  it('who is removed loses the whole line', async () => {
    const line = openManager(ben);
    const sockets: Socket[] = [];
    for (const namespace of app.namespaces) sockets.push((await enter(line, namespace)).socket);
    expect(await organiser.command('people.remove', { people: [benId] })).toMatchObject({ ok: true });
    await expect.poll(() => sockets.some(({ connected }) => connected)).toBe(false);
  });
});
