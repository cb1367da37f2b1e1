import { connect } from '../server/src/client.samples.ts';
import { prepareMultaqa, startServer } from './servers.ts';

/**
 * What many people are sent who move at once, from the lobby into the plenary, beside whole views: `node bench/moves.ts [people]`.
 */
const [size = 175] = process.argv.slice(2).map(Number);
const server = await startServer('multaqa');
const { browsers, dialogue, session, host } = await prepareMultaqa(server.url, server.organiserLink, size, 'lobby');
const organiser = await connect(host, dialogue);
await organiser.command('sessions.enter', { session });
let bytes = 0;
const received = (length: number) => {
  bytes += length;
};
const clients = await Promise.all(browsers.map(browser => connect(browser, dialogue, { received })));
for (const client of clients) await client.command('sessions.enter', { session });
const inside = (room: string) => (view: Record<string, never>) => {
  const { seats = {} } = (view as unknown as { sessions: Record<string, { seats?: Record<string, { room: string }> }> })
    .sessions[session] as { seats?: Record<string, { room: string }> };
  return Object.values(seats).filter(seat => seat.room === `${session}/${room}`).length >= size;
};
for (const client of clients) await client.until('everybody in the lobby', inside('lobby'));
bytes = 0;
const before = await server.usage();
await organiser.command('sessions.admit', { session, people: 'all' });
for (const client of clients) await client.until('everybody in the plenary', inside('plenary'));
const after = await server.usage();
const whole = JSON.stringify(clients[0]?.view()).length;
console.log(
  `${size} people move: ${(bytes / size / 1000).toFixed(1)} kB each, ${(bytes / size / whole).toFixed(3)} of a whole view, ${((after.cpu - before.cpu) / 1000).toFixed(0)} ms of the server's CPU`,
);
process.exit(0);
