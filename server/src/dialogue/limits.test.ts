import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { sessionInput } from '@multaqa/shared/dialogue.samples';
import type { RateClass } from '@multaqa/shared/kernel/messages';
import { rates as classes, limits } from '@multaqa/shared/limits';
import { protocol } from '@multaqa/shared/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, foundDialogue, hurriedClock, newId, startTestApp, type TestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { openRates } from './rates.ts';

describe('limits of the engine', () => {
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';

  const clock = hurriedClock();

  beforeAll(async () => {
    app = await startTestApp({ clock, rates: { take: () => true, takeFor: () => true } });
    ({ ada, dialogue } = await foundDialogue(app));
  });
  afterAll(() => app.stop());

  const edit = (title: string) => ({ title, goal: '', languages: ['en'] });

  test.each(Object.entries(classes))(
    'the bucket %s gives its burst, not one more, and refills with time',
    (rate, { burst, perSecond }) => {
      let now = 0;
      const rates = openRates(() => now);
      const take = () => rates.take('dialogue', 'cleo', rate as RateClass);
      expect(Array.from({ length: burst }, take).every(Boolean)).toBe(true);
      expect(take()).toBe(false);
      expect(rates.take('dialogue', 'ben', rate as RateClass)).toBe(true);
      // Whoever makes a person of the same id elsewhere draws from another bucket.
      expect(rates.take('another', 'cleo', rate as RateClass)).toBe(true);
      now += 1000 / perSecond;
      expect([take(), take()]).toEqual([true, false]);
    },
  );

  test('who missed as many patches as the ring holds gets them, who missed one more gets a whole view', async () => {
    const watcher = await connect(ada, dialogue);
    const writer = await connect(ada, dialogue);
    const live = app.dialogues.loaded(dialogue);
    if (!live) throw new Error('the dialogue is not loaded');
    const next = async (title: string) => {
      clock.pass(limits.commitPause);
      await writer.command('about.edit', edit(title));
      live.publisher.flush();
    };
    await next('Before the gap');
    const known = () => ({
      epoch: watcher.epoch(),
      audience: watcher.audience(),
      seq: watcher.seq(),
      view: watcher.view(),
    });
    await watcher.until(
      'the start',
      view => (view as unknown as { about: { title: string } }).about.title === 'Before the gap',
    );
    const before = known();
    watcher.close();
    for (let at = 0; at < limits.ring; at += 1) await next(`Town ${at}`);
    const back = await connect(ada, dialogue, { known: before });
    expect(back.welcomes).toEqual(['tail']);
    await next('One too many');
    const late = await connect(ada, dialogue, { known: before });
    expect(late.welcomes).toEqual(['snapshot']);
    await back.until(
      'the end',
      view => (view as unknown as { about: { title: string } }).about.title === 'One too many',
    );
    expect(back.view()).toEqual(late.view());
    for (const client of [writer, back, late]) client.close();
  }, 60_000);

  test('an address holds as many connections as the limit says, not one more', async () => {
    const open = async () => {
      const socket = new WebSocketWithHeaders(`${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
        headers: { origin: app.url },
      });
      const isOpen = await new Promise<boolean>(resolve => {
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
      return { socket, isOpen };
    };
    // Connections that never identify themselves are ended soon, so these are opened together.
    const all = await Promise.all(Array.from({ length: limits.socketsPerAddress }, open));
    const taken = all.filter(({ isOpen }) => isOpen).length;
    const extra = await open();
    expect([taken, extra.isOpen]).toEqual([limits.socketsPerAddress, false]);
    for (const { socket } of all) socket.close();
    await expect.poll(async () => (await open()).isOpen).toBe(true);
  }, 30_000);

  test('who does not read is let go when what waits for them outgrows its share, and others go on', async () => {
    const writer = await connect(ada, dialogue);
    const session = newId();
    await writer.command('sessions.plan', sessionInput(session));
    await writer.command('sessions.open', { session, admission: 'direct' });
    await writer.command('sessions.enter', { session });
    const slow = await connectWithoutReading(app, ada.cookie, dialogue);
    const live = app.dialogues.loaded(dialogue);
    const before = live?.publisher.connections();
    // Words without a pattern, which no packing makes shorter.
    const text = () => randomBytes(1_400).toString('base64url');
    const say = () => writer.command('chat.say', { room: `${session}/plenary`, message: newId(), text: text() });
    const begun = Date.now();
    while (live && live.publisher.connections() === before) {
      await Promise.all(Array.from({ length: 40 }, say));
      live.publisher.flush();
    }
    // Otherwise the missing answers to the server's pings have ended it, which proves nothing here.
    expect(Date.now() - begun).toBeLessThan(limits.pingInterval + limits.pingTimeout);
    expect((await writer.command('about.edit', edit('Still here'))).ok).toBe(true);
    slow.destroy();
    writer.close();
  }, 120_000);

  test('who asks and asks and does not read is let go, too', async () => {
    const writer = await connect(ada, dialogue);
    const deaf = await connectWithoutReading(app, ada.cookie, dialogue);
    const live = app.dialogues.loaded(dialogue);
    const before = live?.publisher.connections() ?? 0;
    const question = masked('421["ask",{"kind":"chat.older","input":{"before":1000000}}]');
    const begun = Date.now();
    while ((live?.publisher.connections() ?? 0) === before) {
      for (let at = 0; at < 50; at += 1) deaf.write(question);
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(Date.now() - begun).toBeLessThan(limits.pingInterval + limits.pingTimeout);
    expect((await writer.command('about.edit', edit('Still here'))).ok).toBe(true);
    deaf.destroy();
    writer.close();
  }, 60_000);
});

const WebSocketWithHeaders = WebSocket as unknown as new (
  url: string,
  options: { headers: Record<string, string> },
) => WebSocket;

/** A browser that joined and then stopped reading: raw TCP, since every WebSocket library reads by itself. */
async function connectWithoutReading(app: TestApp, cookie: string, dialogue: string): Promise<Socket> {
  const { hostname, port } = new URL(app.url);
  const socket = connectTcp(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: ${hostname}:${port}`,
      `Origin: ${app.url}`,
      `Cookie: ${cookie}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '',
      '',
    ].join('\r\n'),
  );
  await once(socket, 'data');
  socket.write(masked(`40${JSON.stringify({ protocol, dialogue })}`));
  const live = () => app.dialogues.loaded(dialogue)?.publisher.connections() ?? 0;
  const before = live();
  await expect.poll(live).toBeGreaterThan(before);
  socket.pause();
  return socket;
}

/** A client's text frame (RFC 6455, section 5.2) of up to 65,535 bytes, masked with zeros. */
function masked(text: string): Buffer {
  const body = Buffer.from(text);
  const head = body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0x80 | 126, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}
