import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type Line,
  type Meeting,
  names,
  openVoiceLine,
  prepareMeeting,
} from '../facilitate/breakouts/meeting.samples.ts';
import { workerBin } from '../facilitate/media/media.samples.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { freePort } from '../platform/testing/free-port.ts';

/** How many meetings; `MEETINGS=50 npm test -- breakouts-killed` is the long run. */
const meetings = Number(process.env.MEETINGS ?? 2);
const stepsPerMeeting = 12;

type Step = { by: Line['name']; kind: string; input: object };

/** Anything that hosts and others do while breakouts are open, or before; much of it is refused where it makes no sense. */
function anyStep({ session, grouping, rooms, plenary, people }: Meeting): fc.Arbitrary<Step> {
  const room = fc.constantFrom(...rooms, plenary);
  const person = fc.constantFrom(people.Ben, people.Cleo, people.Dina);
  const steps = (by: Step['by'], kind: string, input: fc.Arbitrary<object>) =>
    input.map((one): Step => ({ by, kind, input: one }));
  const here = (more: object = {}) => fc.constant({ session, ...more });
  const to = fc.oneof(
    fc.constant(null),
    fc.constant({ to: 'rooms', rooms: 'all' }),
    room.map(one => ({ to: 'rooms', rooms: [one] })),
    person.map(one => ({ to: 'person', person: one })),
  );
  return fc.oneof(
    { arbitrary: steps('Ada', 'breakouts.open', here({ grouping })), weight: 3 },
    { arbitrary: steps('Ada', 'breakouts.go', here()), weight: 4 },
    steps('Ada', 'breakouts.close', fc.constantFrom({ session, when: 'soon' }, { session, when: 'now' })),
    steps('Ada', 'breakouts.stay', here()),
    steps('Ada', 'breakouts.time', here({ minutes: 5 })),
    steps(
      'Ada',
      'breakouts.move',
      fc.tuple(person, room).map(([one, where]) => ({ session, people: [one], room: where })),
    ),
    {
      arbitrary: steps(
        'Ada',
        'breakouts.enter',
        room.map(one => ({ session, room: one })),
      ),
      weight: 2,
    },
    {
      arbitrary: steps(
        'Ada',
        'sessions.listen',
        room.map(one => ({ room: one, on: true })),
      ),
      weight: 3,
    },
    {
      arbitrary: steps(
        'Ada',
        'sessions.address',
        to.map(one => ({ session, to: one })),
      ),
      weight: 3,
    },
    steps(
      'Dina',
      'breakouts.enter',
      room.map(one => ({ session, room: one })),
    ),
  );
}

describe.skipIf(workerBin === null)('breakouts under a server that is killed', () => {
  test('between any two steps: everybody sits in one room, hears exactly who they may, and is back in the plenary at the end', {
    timeout: 600_000,
  }, async () => {
    for (let seed = 1; seed <= meetings; seed += 1) await holdMeeting(seed);
  });
});

async function holdMeeting(seed: number): Promise<void> {
  const { folder, remove } = temporaryFolder();
  const port = await freePort();
  let up = await startServer(folder, port);
  const url = `http://127.0.0.1:${port}`;
  const meeting = await prepareMeeting({ url, organiserLink: up.organiserLink });
  let lines = await everybody(meeting);
  const [acts = []] = fc.sample(
    fc.array(fc.record({ step: anyStep(meeting), end: fc.constantFrom('none', 'none', 'at once', 'answered') }), {
      minLength: stepsPerMeeting,
      maxLength: stepsPerMeeting,
    }),
    { numRuns: 1, seed },
  );
  const { session, grouping } = meeting;
  const opening = {
    step: { by: 'Ada', kind: 'breakouts.open', input: { session, grouping } },
    end: 'answered',
  } as const;
  for (const { step, end } of [opening, ...acts]) {
    const doing = lines
      .get(step.by)
      ?.client.command(step.kind, step.input)
      .catch(() => null);
    // Killed at once the command may have been committed or not; killed when it is answered, it has happened.
    if (end !== 'at once') await doing;
    if (end !== 'none') {
      up.process.kill('SIGKILL');
      await up.dead;
      for (const line of lines.values()) line.close();
      up = await startServer(folder, port);
      lines = await everybody(meeting);
    }
    await isAsItShould(meeting, lines, `seed ${seed}, after ${step.kind}, killed: ${end}`);
  }
  const ada = lines.get('Ada');
  await ada?.client.command('breakouts.close', { session: meeting.session, when: 'now' });
  await expect.poll(() => [...lines.values()].map(line => line.room())).toEqual(names.map(() => meeting.plenary));
  expect(ada?.session().rooms).toEqual([`${meeting.session}/lobby`, meeting.plenary]);
  await isAsItShould(meeting, lines, `seed ${seed}, closed`);
  for (const line of lines.values()) line.close();
  up.process.kill('SIGKILL');
  await up.dead;
  remove();
}

async function everybody(meeting: Meeting): Promise<Map<Line['name'], Line>> {
  const lines = new Map<Line['name'], Line>();
  for (const name of names) lines.set(name, await openVoiceLine(meeting, name));
  return lines;
}

/** Waits until what each of them hears is what the rules say of the seats that the host sees, told here a second time. */
async function isAsItShould(meeting: Meeting, lines: ReadonlyMap<Line['name'], Line>, when: string): Promise<void> {
  const now = () => {
    const seats = lines.get('Ada')?.session().seats ?? {};
    return names.map(name => ({
      ...{ name, room: lines.get(name)?.room(), hears: lines.get(name)?.hears() },
      ...{ seat: seats[meeting.people[name]]?.room, should: shouldHear(meeting, seats, name) },
    }));
  };
  const isSettled = () => now().every(one => one.room === one.seat && one.hears?.join() === one.should.join());
  await expect.poll(() => isSettled() || now(), { timeout: 10_000, message: when }).toBe(true);
}

function shouldHear(
  { people, plenary }: Meeting,
  seats: { readonly [person: string]: Seat },
  me: Line['name'],
): string[] {
  const own = seats[people[me]];
  return names
    .flatMap(name => {
      const seat = seats[people[name]];
      if (name === me || !seat || !own) return [];
      const { addresses } = seat;
      if (addresses?.to === 'person') return addresses.person === people[me] ? [`${name} whisper`] : [];
      if (seat.room === own.room) return [`${name} room`];
      const isSpokenTo =
        addresses !== undefined &&
        own.room !== plenary &&
        (addresses.rooms === 'all' || addresses.rooms.includes(own.room));
      if (isSpokenTo) return [`${name} address`];
      return own.listens === seat.room ? [`${name} listening`] : [];
    })
    .sort();
}

async function startServer(data: string, port: number) {
  const child: ChildProcess = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), [], {
    env: {
      ...process.env,
      ...{ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, NODE_OPTIONS: '', MEDIA_WORKERS: '1' },
      MEDIASOUP_WORKER_BIN: workerBin ?? '',
    },
    execArgv: [],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const dead = once(child, 'exit');
  const [{ organiserLink }] = (await once(child, 'message')) as [{ organiserLink: string }];
  return { process: child, dead, organiserLink };
}
