import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { messagesOf } from '@multaqa/shared/dialogue.samples';
import { valuesOf } from '@multaqa/shared/kernel/messages.samples';
import { protocol } from '@multaqa/shared/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, card, copyLinks, newId, openBrowser, redeem } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';

/** `FUZZ=1000000 npm test -- fuzz` is the long run. */
const size = Number(process.env.FUZZ ?? 10_000);

describe('hostile input', () => {
  let server: ChildProcess;
  let folder = '';
  let url = '';
  let ada: Browser;
  let dina: Browser;
  let dialogue = '';
  const dinaId = newId();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'multaqa-fuzz-'));
    server = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), [], {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, NODE_OPTIONS: '' },
      execArgv: [],
    });
    const [{ address, organiserLink }] = (await once(server, 'message')) as [
      { address: string; organiserLink: string },
    ];
    url = address.replace('localhost', '127.0.0.1');
    ada = openBrowser(url);
    await ada.post('/organiser-links/redeem', { token: organiserLink.split('#')[1] });
    dialogue = String(
      (await ada.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] })).body.dialogue,
    );
    const organiser = await connect(ada, dialogue);
    await organiser.command('people.add', { people: [card(dinaId, 'Dina', 'observer')] });
    organiser.close();
    dina = await redeem(url, (await copyLinks(ada, dialogue, [dinaId]))[dinaId] ?? '');
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const state = async (): Promise<string> => {
    const organiser = await connect(ada, dialogue);
    const view = JSON.stringify(organiser.view());
    organiser.close();
    return view;
  };

  test(`${size} fuzzed commands of an observer: no exit, no effect`, { timeout: 600_000 }, async () => {
    const before = await state();
    const client = await connect(dina, dialogue);
    const inputs = fc.sample(hostileCommands, { numRuns: size, seed: 2020 });
    let answered = 0;
    for (let at = 0; at < inputs.length; at += 200) {
      const acks = await Promise.all(
        inputs.slice(at, at + 200).map(body => client.socket.timeout(20_000).emitWithAck('command', body as never)),
      );
      answered += acks.filter(({ ok }) => !ok).length;
    }
    expect(answered).toBe(size);
    client.close();
    expect(server.exitCode).toBeNull();
    expect(await state()).toBe(before);
  });

  test(`${size} raw frames, with a cookie and without: no exit, no effect`, { timeout: 600_000 }, async () => {
    const before = await state();
    const frames = fc.sample(rawFrames, { numRuns: size, seed: 929 });
    // A frame that the protocol does not know ends its connection, so a lane opens a new one for the rest.
    const lane = async (mine: readonly string[], cookie: string, entered: string) => {
      for (let sent = 0; sent < mine.length; ) sent += await sendRaw(url, cookie, mine.slice(sent, sent + 10), entered);
    };
    const half = size / 2;
    await Promise.all([lane(frames.slice(0, half), dina.cookie, dialogue), lane(frames.slice(half), '', '')]);
    expect(server.exitCode).toBeNull();
    expect(await state()).toBe(before);
  });

  test('a payload one byte over the limit closes the connection, the server goes on', async () => {
    const client: Client = await connect(dina, dialogue);
    const closed = new Promise(resolve => client.socket.once('disconnect', resolve));
    client.socket.emit('command', { id: newId(), kind: 'x', input: 'x'.repeat(256 * 1024) }, () => undefined);
    await closed;
    const again = await connect(dina, dialogue);
    again.close();
  });
});

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: false, maxDepth: 3 }),
  fc.constantFrom(null, true, -1, 1e308, '', '\u0000', '__proto__', 'x'.repeat(5_000), [], {}, [[[[[[]]]]]]),
);

const hostileCommands = fc.oneof(
  junk,
  fc.record({
    id: fc.oneof(fc.uuid(), junk),
    kind: fc.oneof(fc.constantFrom(...messagesOf(rules).map(([kind]) => kind)), fc.string()),
    input: junk,
  }),
  // Well-formed commands that an observer may not give, and ones with a stranger's fields mixed in.
  ...messagesOf(rules)
    .filter(([, spec]) => !spec.by.observer)
    .map(([kind, spec]) =>
      fc.record({
        id: fc.uuid(),
        kind: fc.constant(kind),
        input: fc
          .tuple(valuesOf(spec.input), fc.boolean())
          .map(([input, isSpoofed]) =>
            isSpoofed ? { ...(input as object), person: newId(), role: 'organiser', dialogue: newId() } : input,
          ),
      }),
    ),
);

const rawFrames: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom(
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '40',
        '41',
        '42',
        '43',
        '44',
        '45',
        '46',
        '451-',
        '46999-',
        '42/media,',
        '42["',
        '43abc',
        '40{"__proto__":1}',
      ),
      fc.constantFrom(
        '["command",{"_placeholder":true,"num":1}]',
        '["__proto__",1]',
        '["disconnect"]',
        '[]',
        '{}',
        `["x",${'['.repeat(200)}]`,
        '999999999["x"]',
        '["command",null]',
        '["command"]',
        '["ask",1,2,3]',
      ),
    )
    .map(([head, tail]) => head + tail),
);

/** Opens a connection, sends frames until it closes, and returns how many were sent. */
async function sendRaw(url: string, cookie: string, frames: readonly string[], dialogue: string): Promise<number> {
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const Socket = WebSocket as unknown as new (url: string, options: { headers: Record<string, string> }) => WebSocket;
  const socket = new Socket(address, { headers: { origin: url, cookie } });
  await new Promise<void>((resolve, reject) => {
    socket.onmessage = () => resolve();
    socket.onerror = () => reject(new Error('the server takes no connection'));
  });
  const ended = new Promise<void>(resolve => {
    socket.onclose = () => resolve();
    socket.onerror = () => resolve();
  });
  if (dialogue) socket.send(`40${JSON.stringify({ protocol, dialogue })}`);
  let sent = 0;
  for (const frame of frames) {
    if (socket.readyState !== WebSocket.OPEN) break;
    socket.send(frame);
    sent += 1;
    // The answer to a bad frame is the end of the connection: give it time to arrive.
    await new Promise(resolve => setImmediate(resolve));
  }
  socket.close();
  await ended;
  return sent;
}
