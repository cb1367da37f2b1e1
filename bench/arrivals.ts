import { connect } from '../server/src/client.samples.ts';
import { prepareMultaqa, startServer } from './servers.ts';

/**
 * What arrives at each of many people who join a session within ten seconds (goal P12): bytes of text frames, and how they grow
 * with the crowd, beside a list of everybody that is sent whole at each change.
 * `node bench/arrivals.ts [seconds] [sizes …]`
 */
const [seconds = 10, ...sizes] = process.argv.slice(2).map(Number);
const crowds = sizes.length > 0 ? sizes : [50, 100, 190];
const results: { size: number; each: number; whole: number }[] = [];

for (const size of crowds) {
  const server = await startServer('multaqa');
  const { browsers, dialogue, session } = await prepareMultaqa(server.url, server.organiserLink, size);
  let bytes = 0;
  let cards = 0;
  const clients = await Promise.all(
    browsers.map(async browser => {
      await new Promise(resolve => setTimeout(resolve, Math.random() * seconds * 1000));
      const client = await connect(browser, dialogue, {
        received: length => {
          bytes += length;
        },
      });
      await client.command('sessions.enter', { session });
      return client;
    }),
  );
  for (const client of clients)
    await client.until('everybody', view => {
      const { seats } = (view as unknown as { sessions: Record<string, { seats?: object }> }).sessions[session] ?? {};
      return Object.keys(seats ?? {}).length === size;
    });
  cards = JSON.stringify(clients[0]?.view().people ?? null).length;
  // With each of n arrivals the whole list to everybody who is there: half of them on average.
  results.push({ size, each: bytes / size, whole: (cards * size) / 2 });
  for (const client of clients) client.close();
  server.stop();
}

for (const { size, each, whole } of results)
  console.log(`${size} people: ${(each / 1000).toFixed(1)} kB each, ${(each / whole).toFixed(4)} of whole lists`);
const [first, last] = [results[0], results.at(-1)];
if (first && last)
  console.log(
    `slope of all bytes over people: ${(1 + Math.log(last.each / first.each) / Math.log(last.size / first.size)).toFixed(2)}`,
  );
process.exit(0);
