import { median, percentile, wait } from './rtp.ts';
import { type Counted, type Kind, openPoll, type Poll } from './votes-clients.ts';

/**
 * A burst of votes (goal P2): everybody votes within a second and a tenth changes their vote, beside the poll of Socket.IO's tutorials in
 * the same run. Frames and bytes that arrive at all voters, CPU of the server's process for each vote, the time from the last vote
 * until everybody sees the final result, and whether that is exact. Of an anonymous poll the time is that from the close.
 * `node bench/votes.ts [people] [rounds] [kinds]`
 */
const [people = 200, rounds = 3] = process.argv.slice(2, 4).map(Number);
const kinds = (process.argv[4]?.split(',') ?? ['named', 'anonymous', 'tutorial']) as Kind[];
const options = ['o1', 'o2', 'o3'];

type Result = { cpu: number; main: number; frames: number; bytes: number; final: number };
const results: Record<Kind, Result[]> = { named: [], anonymous: [], tutorial: [] };

for (let round = 0; round < rounds; round += 1)
  for (const kind of kinds) {
    const poll = await openPoll(kind, people);
    // What compilers do the first time is not counted.
    await burst(poll);
    const result = await burst(poll);
    results[kind].push(result);
    console.log(`  round ${round + 1}, ${kind}: ${(result.cpu / 1_000).toFixed(3)} ms CPU per vote`);
    poll.stop();
  }

console.log(`${people} people, ${rounds} rounds; every result was exact`);
for (const kind of kinds) {
  const of = (pick: (result: Result) => number) => median(results[kind].map(pick));
  console.log(
    `  ${kind.padEnd(9)} ${of(({ frames }) => frames)} frames, ${(of(({ bytes }) => bytes) / 1e6).toFixed(2)} MB, ` +
      `${of(({ cpu }) => cpu).toFixed(0)} µs CPU per vote, ${of(({ main }) => main).toFixed(0)} of it in the main thread, ` +
      `all see the final result after ${of(({ final }) => final).toFixed(0)} ms (p95)`,
  );
}
for (const kind of kinds.filter(one => one !== 'tutorial' && results.tutorial.length > 0)) {
  const ratio = (pick: (result: Result) => number) =>
    results[kind].map((ours, at) => (pick(ours) / pick(results.tutorial[at] as Result)).toFixed(4)).join(', ');
  console.log(
    `  ${kind} / tutorial: frames ${ratio(({ frames }) => frames)}; bytes ${ratio(({ bytes }) => bytes)}; CPU ${ratio(({ cpu }) => cpu)}`,
  );
}
process.exit(0);

async function burst(poll: Poll): Promise<Result> {
  const voters = await poll.begin();
  // What entering and opening set off is over.
  await wait(2_000);
  const expected = new Map<string, number>();
  const votes = voters.flatMap((voter, at) => {
    const [first, last] = [options[at % 3] as string, options[(at + 1) % 3] as string];
    const changes = at % 10 === 0;
    const counted = changes ? last : first;
    expected.set(counted, (expected.get(counted) ?? 0) + 1);
    const instant = Math.random() * (changes ? 500 : 1_000);
    return [
      { at: instant, go: () => voter.vote(first) },
      ...(changes ? [{ at: instant + 400, go: () => voter.vote(last) }] : []),
    ];
  });
  votes.sort((one, other) => one.at - other.at);
  const [before, usage, begin] = [poll.arrived(), await poll.usage(), performance.now()];
  const answers: Promise<void>[] = [];
  for (const { at, go } of votes) {
    const rest = begin + at - performance.now();
    if (rest > 1) await wait(rest);
    answers.push(go());
  }
  let last = performance.now();
  const isFinal = (seen: Counted | null) =>
    seen?.voters === people && options.every(option => (seen.sums[option] ?? 0) === (expected.get(option) ?? 0));
  const times: number[] = [];
  const waiting = new Set(voters);
  const closing = Promise.all(answers).then(async () => {
    const closed = performance.now();
    if ((await poll.close()) !== undefined) last = closed;
  });
  for (const deadline = performance.now() + 300_000; waiting.size > 0; await wait(2)) {
    if (performance.now() > deadline) throw new Error(`${waiting.size} do not see the final result`);
    for (const voter of waiting)
      if (isFinal(voter.seen())) {
        times.push(performance.now());
        waiting.delete(voter);
      }
  }
  await closing;
  const [after, used] = [poll.arrived(), await poll.usage()];
  return {
    cpu: (used.cpu - usage.cpu) / votes.length,
    main: (used.mainCpu - usage.mainCpu) / votes.length,
    frames: after.frames - before.frames,
    bytes: after.bytes - before.bytes,
    final: percentile(
      times.map(time => time - last),
      0.95,
    ),
  };
}
