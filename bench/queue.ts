import { io, type Socket } from 'socket.io-client';
import { newId } from '../server/src/app.samples.ts';
import { type Client, connect } from '../server/src/client.samples.ts';
import { prepareMultaqa, startServer, type Usage } from './servers.ts';

/**
 * What it costs the server when 100 of 200 people ask for the floor at one moment, and give their place up again: CPU per command and
 * per delivery (one command told to one person), beside a Socket.IO server that acknowledges each ask and tells it to the room,
 * keeps no log and knows no order. Side by side in one run.
 * `node bench/queue.ts [rounds]`; prints medians of per-round ratios and their spread.
 */
const [rounds = 5] = process.argv.slice(2).map(Number);
const size = 200;
const burst = 100;
const commands = 2 * burst;

type Room = { usage(): Promise<Usage>; askAndLeave(): Promise<void>; stop(): void };

async function multaqa(): Promise<Room> {
  const { url, organiserLink, usage, stop } = await startServer('multaqa');
  const { browsers, dialogue, session } = await prepareMultaqa(url, organiserLink, size);
  const clients: Client[] = [];
  for (const browser of browsers) {
    const client = await connect(browser, dialogue);
    await client.command('sessions.enter', { session });
    clients.push(client);
  }
  const room = `${session}/plenary`;
  // Somebody speaks, so that all others wait.
  await clients[0]?.command('floor.ask', { room, item: newId(), as: 'turn' });
  const waiting = (client: Client) =>
    (client.view() as unknown as { floor: { rooms: Record<string, { queue: unknown[] }> } }).floor.rooms[room]?.queue
      .length;
  const everybodySees = (count: number) =>
    Promise.all(clients.map(client => client.until(`${count} wait`, () => waiting(client) === count)));
  const send = (all: readonly { client: Client; item: string }[], name: string, more: object) =>
    Promise.all(all.map(({ client, item }) => client.command(`floor.${name}`, { room, item, ...more })));
  return {
    usage,
    async askAndLeave() {
      const asks = clients.slice(1, burst + 1).map(client => ({ client, item: newId() }));
      await send(asks, 'ask', { as: 'turn' });
      await everybodySees(burst);
      await send(asks, 'withdraw', {});
      await everybodySees(0);
    },
    stop() {
      for (const client of clients) client.close();
      stop();
    },
  };
}

async function socketio(): Promise<Room> {
  const { url, usage, stop } = await startServer('socketio');
  const sockets: Socket[] = [];
  let seen = 0;
  for (let at = 0; at < size; at += 1) {
    const socket = io(url, { transports: ['websocket'], forceNew: true });
    socket.on('event', () => {
      seen += 1;
    });
    await new Promise(resolve => socket.once('connect', () => resolve(null)));
    sockets.push(socket);
  }
  const send = (name: string) =>
    Promise.all(
      sockets.slice(1, burst + 1).map(socket => socket.emitWithAck('event', { name, item: newId(), at: Date.now() })),
    );
  const everybodySaw = async (count: number) => {
    while (seen < count) await new Promise(resolve => setTimeout(resolve, 5));
  };
  return {
    usage,
    async askAndLeave() {
      seen = 0;
      await send('ask');
      await everybodySaw(burst * size);
      await send('withdraw');
      await everybodySaw(commands * size);
    },
    stop() {
      for (const socket of sockets) socket.close();
      stop();
    },
  };
}

const kinds = { multaqa: await multaqa(), socketio: await socketio() };
const results: Record<keyof typeof kinds, number[]> = { multaqa: [], socketio: [] };
// The first round warms the compilers and is dropped.
for (let round = 0; round <= rounds; round += 1)
  for (const [kind, room] of Object.entries(kinds) as [keyof typeof kinds, Room][]) {
    const before = await room.usage();
    for (let times = 0; times < 5; times += 1) await room.askAndLeave();
    const cpu = (await room.usage()).cpu - before.cpu;
    if (round > 0) results[kind].push(cpu / (5 * commands));
  }
for (const room of Object.values(kinds)) room.stop();

console.log(`${size} people, bursts of ${burst} asks, ${rounds} rounds of ${5 * commands} commands`);
for (const kind of ['multaqa', 'socketio'] as const) {
  const each = median(results[kind]);
  console.log(`  ${kind.padEnd(9)} ${each.toFixed(0)} µs CPU per command, ${(each / size).toFixed(2)} per delivery`);
}
const ratios = results.multaqa.map((ours, at) => ours / (results.socketio[at] ?? Number.NaN));
console.log(
  `  multaqa / socketio: ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

process.exit(0);
