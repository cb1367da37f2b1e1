import { figuresOf, matrixOf } from './figures.mjs';

/** The facts of the exchange in a log as `npm run inspect` prints it, `at` in ms since the epoch. */
export function factsIn(log) {
  return log.split('\n').flatMap(line => {
    const [, at, kind, data] = line.match(/^\s*\d+ {2}(\S+) {2}.{8} {2}(exchange\.\S+) {2}(\{.*\})$/) ?? [];
    return at ? [{ at: Date.parse(at), kind, data: JSON.parse(data) }] : [];
  });
}

/** What the report tells of the exchange: figures of each session, figures and matrix of all. */
export function exchangeOf(facts) {
  const sessions = new Map();
  for (const fact of facts) {
    const session = fact.data.session ?? fact.data.room.slice(0, 36);
    const isOff = fact.kind === 'exchange.ruled' && fact.data.figures === 'off';
    sessions.set(session, isOff ? [] : [...(sessions.get(session) ?? []), fact]);
  }
  const told = [...sessions].map(([session, all]) => ({ session, ...meetingOf(all) }));
  const whole = {
    stays: told.flatMap(({ stays }) => stays),
    turns: told.flatMap(({ turns }) => turns),
    brief: told.reduce((sum, { brief }) => sum + brief, 0),
    writes: told.flatMap(({ writes }) => writes),
    replies: told.flatMap(({ replies }) => replies),
  };
  return {
    sessions: told
      .filter(({ rooms }) => rooms > 0)
      .map(({ session, ...meeting }) => ({ session, figures: figuresOf(meeting) })),
    dialogue: { figures: figuresOf(whole), matrix: matrixOf(whole) },
  };
}

/** Who was where, who spoke, wrote and replied in one session, from all of its facts at once. */
function meetingOf(facts) {
  const of = kind => facts.filter(fact => fact.kind === `exchange.${kind}`);
  const writes = of('contributed').map(({ at, data }) => ({ at, ...data }));
  const spoken = of('spoken');
  const rooms = new Set([
    ...of('seated').flatMap(({ data }) => (data.at ? [data.at.room] : [])),
    ...spoken.map(({ data }) => data.room),
    ...writes.map(({ room }) => room),
  ]);
  const seats = seatsOf(facts);
  const until = Math.max(
    0,
    ...seats.map(({ from, to }) => to ?? from),
    ...spoken.map(({ data }) => data.to),
    ...writes.map(({ at }) => at),
  );
  const utterances = [...rooms].flatMap(room => utterancesOf(room, spoken, of('closed')));
  return {
    rooms: rooms.size,
    stays: seats.map(seat => ({ ...seat, to: seat.to ?? until })),
    turns: utterances
      .filter(({ from, to }) => to - from >= 1_500)
      .sort((a, b) => a.from - b.from || a.to - b.to || (a.person < b.person ? -1 : 1)),
    brief: utterances.filter(({ from, to, as, isOver }) => to - from < 1_500 && as === 'voice' && isOver).length,
    writes,
    replies: of('replied').map(({ data: { author, person } }) => ({ author, person })),
  };
}

function seatsOf(facts) {
  const seats = [];
  const leave = (isThis, at) => {
    for (const seat of seats) if (seat.to === null && isThis(seat)) seat.to = at;
  };
  for (const { at, kind, data } of facts) {
    if (kind === 'exchange.closed') leave(() => true, at);
    if (kind !== 'exchange.seated') continue;
    leave(({ person }) => person === data.person, at);
    if (data.at) seats.push({ person: data.person, ...data.at, from: at, to: null });
  }
  return seats;
}

/** The runs of each person in a room, joined where less than 0.7 s lies between them. */
function utterancesOf(room, spoken, closed) {
  const here = spoken.filter(({ data }) => data.room === room);
  const knownTo = Math.max(0, ...here.map(({ data }) => data.to));
  const closedAt = Math.max(0, ...closed.map(({ at }) => at));
  const runs = here.flatMap(({ data }) => data.runs).sort((a, b) => a.from - b.from);
  const people = Map.groupBy(runs, ({ person }) => person);
  return [...people.values()].flatMap(own => {
    const joined = [];
    for (const run of own) {
      const last = joined.at(-1);
      if (last && last.as === run.as && run.from - last.to < 700) last.to = Math.max(last.to, run.to);
      else joined.push({ ...run, room });
    }
    return joined.map((one, at) => ({
      ...one,
      isOver: at < joined.length - 1 || knownTo - one.to >= 700 || closedAt > one.to,
    }));
  });
}
