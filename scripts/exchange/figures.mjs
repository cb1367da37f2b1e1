/** The formulas, written a second time: what each is for, and where it comes from, stands in docs/decisions/0046-exchange.md. */
const digits = value => Math.round(value * 10_000) / 10_000 + 0;
const total = numbers => [...numbers].reduce((sum, one) => sum + one, 0);
const ascending = numbers => [...numbers].sort((a, b) => a - b);
const middle = numbers => {
  const sorted = ascending(numbers);
  const { length } = sorted;
  if (length === 0) return null;
  return digits((sorted[Math.ceil(length / 2) - 1] + sorted[Math.floor(length / 2)]) / 2);
};
const overlap = (a, b) => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
const channels = ['chat', 'notes', 'board', 'polls', 'questions'];

/** Voices who were there for half of the window, with what they said in ms. */
function presence({ stays, turns }) {
  // The window is the time during which anybody was there: the sum over the pieces between two comings or goings.
  const edges = ascending(new Set(stays.flatMap(({ from, to }) => [from, to])));
  const pieces = edges.slice(1).map((to, at) => ({ from: edges[at], to }));
  const window = total(
    pieces.filter(piece => stays.some(stay => overlap(stay, piece) > 0)).map(({ from, to }) => to - from),
  );
  const people = Map.groupBy(
    stays.filter(({ as }) => as === 'voice'),
    ({ person }) => person,
  );
  const voices = [...people]
    .filter(([, own]) => window > 0 && total(own.map(({ from, to }) => to - from)) >= window / 2)
    .map(([person, own]) => ({
      person,
      of: own.at(-1).of,
      came: Math.min(...own.map(({ from }) => from)),
      ms: total(turns.filter(turn => turn.person === person && turn.as === 'voice').map(({ from, to }) => to - from)),
    }));
  return { window, voices: voices.sort((a, b) => (a.person < b.person ? -1 : 1)), people };
}

export function figuresOf(meeting) {
  const { window, voices, people } = presence(meeting);
  const length = as => total(meeting.turns.filter(turn => turn.as === as).map(({ from, to }) => to - from));
  const [voiceMs, hostMs] = [length('voice'), length('host')];
  const heard = voices.filter(
    ({ person, ms }) => ms >= 30_000 || meeting.writes.some(write => write.person === person),
  );
  const towns = some => new Set(some.map(({ of }) => of.municipality).filter(town => town !== null)).size;
  const n = voices.length;
  const lack = n < 4 ? 'few' : voiceMs + hostMs < 300_000 ? 'short' : null;
  return {
    n,
    window: window / 1_000,
    speech: (voiceMs + hostMs) / 1_000,
    heard: heard.length,
    towns: { heard: towns(heard), all: towns(voices) },
    channels: Object.fromEntries(
      channels.map(channel => [channel, meeting.writes.filter(write => write.channel === channel).length]),
    ),
    lack,
    measured: lack
      ? null
      : {
          ...evenness(voices.map(({ ms }) => ms)),
          intervals: intervals(voices, meeting.turns),
          hostShare: digits(hostMs / (voiceMs + hostMs)),
          reach: digits(voices.filter(({ ms }) => ms >= 30_000).length / n),
          reachAny: digits(heard.length / n),
          ...exchanged(meeting, voices, people),
        },
  };
}

function evenness(amounts) {
  const sum = total(amounts);
  if (sum === 0) return { gini: null, evenness: null, voices: null, concentration: null };
  const n = amounts.length;
  const shares = ascending(amounts).map(one => one / sum);
  const entropy = -total(shares.filter(share => share > 0).map(share => share * Math.log(share)));
  const ranked = total(ascending(amounts).map((one, at) => (at + 1) * one));
  return {
    gini: digits((((2 * ranked) / (n * sum) - (n + 1) / n) * n) / (n - 1)),
    evenness: digits(entropy / Math.log(n)),
    voices: digits(Math.exp(entropy)),
    concentration: digits(total(shares.map(share => share ** 2))),
  };
}

/** 400 bootstrap samples of the turns; the draws are those of mulberry32, seeded with the number of turns. */
function intervals(voices, turns) {
  const said = turns.filter(({ person, as }) => as === 'voice' && voices.some(voice => voice.person === person));
  let state = said.length;
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
    return said[Math.floor((((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32) * said.length)];
  };
  const drawn = Array.from({ length: said.length === 0 ? 0 : 400 }, () => {
    const sample = said.map(draw);
    return evenness(
      voices.map(({ person }) => total(sample.filter(turn => turn.person === person).map(({ from, to }) => to - from))),
    );
  });
  const between = name => {
    const values = ascending(drawn.map(one => one[name]).filter(value => value !== null));
    return values.length === 0
      ? null
      : { low: values[Math.floor(values.length * 0.025)], high: values[Math.ceil(values.length * 0.975) - 1] };
  };
  return { gini: between('gini'), evenness: between('evenness') };
}

function exchanged({ stays, turns, brief, writes, replies }, voices, people) {
  const said = turns.filter(({ as }) => as === 'voice');
  /** For how long `b` heard `a`, where these tell who belongs to which. */
  const heardMs = (isSpeaker, isListener) =>
    total(
      said
        .filter(isSpeaker)
        .flatMap(turn =>
          stays
            .filter(
              stay => stay.as === 'voice' && stay.room === turn.room && stay.person !== turn.person && isListener(stay),
            )
            .map(stay => overlap(turn, stay)),
        ),
    );
  const rooms = Map.groupBy(said, ({ room }) => room);
  const steps = [...rooms.values()].flatMap(own => own.slice(1).map((next, at) => ({ before: own[at], next })));
  const answers = steps
    .filter(({ before, next }) => before.person !== next.person && next.from - before.to <= 10_000)
    .map(({ before, next }) => ({ author: before.person, person: next.person }));
  const all = [...answers, ...replies];
  const times = (author, person) => all.filter(one => one.author === author && one.person === person).length;
  const everybody = [...new Set(all.flatMap(({ author, person }) => [author, person]))].sort();
  const pairs = everybody.flatMap((a, at) => everybody.slice(at + 1).map(b => [times(a, b), times(b, a)]));
  const most = total(pairs.map(pair => Math.max(...pair)));
  const reach = voices.map(({ person }) => {
    const listeners = voices.filter(
      other =>
        other.person !== person &&
        heardMs(
          turn => turn.person === person,
          stay => stay.person === other.person,
        ) >= 30_000,
    );
    return listeners.length / (voices.length - 1);
  });
  const first = voices.flatMap(({ person, came }) => {
    const at = [
      ...turns.filter(turn => turn.person === person).map(({ from }) => from),
      ...writes.filter(write => write.person === person).map(write => write.at),
    ];
    return at.length > 0 ? [Math.max(0, Math.min(...at) - came)] : [];
  });
  return {
    voiceReach: middle(reach),
    reciprocity: most > 0 ? digits(total(pairs.map(pair => Math.min(...pair))) / most) : null,
    firstVoice: { median: middle(first.map(ms => ms / 1_000)), late: first.filter(ms => ms > 900_000).length },
    turns: turnTaking(said, steps, brief, voices.length),
    across: Object.fromEntries(
      ['municipality', 'cluster', 'language'].map(by => [by, across(by, voices, people, heardMs, all)]),
    ),
  };
}

function turnTaking(said, steps, brief, n) {
  const lengths = said.map(({ from, to }) => to - from);
  const changes = steps.filter(({ before, next }) => before.person !== next.person);
  const terms = [...Map.groupBy(changes, ({ before }) => before.person)].flatMap(([person, own]) =>
    [...Map.groupBy(own, ({ next }) => next.person).values()].map(some => {
      const chance = some.length / own.length;
      return -(said.filter(turn => turn.person === person).length / said.length) * chance * Math.log(chance);
    }),
  );
  const cutOff = said.flatMap(turn =>
    said.filter(
      later =>
        later.room === turn.room &&
        later.person !== turn.person &&
        said.indexOf(later) > said.indexOf(turn) &&
        later.from < turn.to &&
        later.to > turn.to &&
        turn.to - later.from > 1_000,
    ),
  );
  const count = said.length + brief;
  return {
    turns: said.length,
    brief,
    medianLength: middle(lengths.map(ms => ms / 1_000)),
    longShare: total(lengths) > 0 ? digits(total(lengths.filter(ms => ms > 120_000)) / total(lengths)) : null,
    index: said.length > 0 && count > 1 ? digits((said.length - 1) / (count - 1)) : null,
    transitions: n < 3 || changes.length === 0 ? null : digits(total(ascending(terms)) / Math.log(n - 1)),
    interruptions: said.length > 0 ? digits(cutOff.length / said.length) : null,
  };
}

function across(by, voices, people, heardMs, replies) {
  const lastOf = person => people.get(person)?.at(-1).of[by] ?? null;
  const groupOf = new Map(voices.flatMap(({ person, of }) => (of[by] === null ? [] : [[person, of[by]]])));
  const groups = [...new Set(groupOf.values())].sort();
  const heard = (a, b) =>
    heardMs(
      turn => lastOf(turn.person) === a,
      stay => lastOf(stay.person) === b,
    ) >= 30_000;
  const pairs = groups.flatMap((a, at) => groups.slice(at + 1).map(b => [heard(a, b), heard(b, a)]));
  const known = replies.filter(({ author, person }) => groupOf.has(author) && groupOf.has(person));
  const count = (a, b) =>
    known.filter(one => (a === null || groupOf.get(one.author) === a) && (b === null || groupOf.get(one.person) === b))
      .length;
  const internal = total(groups.map(group => count(group, group)));
  const expected = total(groups.map(group => count(group, null) * count(null, group)));
  const sizes = groups.map(group => [...groupOf.values()].filter(one => one === group).length);
  const n = total(sizes);
  const ei = known.length > 0 ? (known.length - 2 * internal) / known.length : null;
  const chance = n < 2 ? null : 1 - (2 * total(sizes.map(size => size * (size - 1)))) / (n * (n - 1));
  const rest = known.length ** 2 - expected;
  return {
    groups: groups.length,
    either: pairs.filter(pair => pair.includes(true)).length,
    both: pairs.filter(pair => !pair.includes(false)).length,
    internal,
    external: known.length - internal,
    ei: ei === null ? null : digits(ei),
    baseline: chance === null ? null : digits(chance),
    difference: ei === null || chance === null || (chance + 1) / 2 > 0.9 ? null : digits(ei - chance),
    assortativity: rest > 0 ? digits((known.length * internal - expected) / rest) : null,
  };
}

export function matrixOf({ stays, turns, replies }) {
  const { voices } = presence({ stays, turns });
  const sized = Map.groupBy(
    voices.filter(({ of }) => of.municipality !== null),
    ({ of }) => of.municipality,
  );
  const named = [...sized].filter(([, own]) => own.length >= 3).sort(([a], [b]) => (a < b ? -1 : 1));
  const others = [...sized].filter(([, own]) => own.length < 3).flatMap(([, own]) => own);
  const rows = [...named, ...(others.length >= 3 ? [[null, others]] : [])];
  const inRow = row => person => row.some(one => one.person === person);
  const said = turns.filter(({ as }) => as === 'voice');
  const heard = (a, b) =>
    total(
      said
        .filter(({ person }) => inRow(a)(person))
        .flatMap(turn =>
          stays
            .filter(
              stay =>
                stay.as === 'voice' && stay.room === turn.room && stay.person !== turn.person && inRow(b)(stay.person),
            )
            .map(stay => overlap(turn, stay)),
        ),
    );
  const steps = [...Map.groupBy(said, ({ room }) => room).values()].flatMap(own =>
    own.slice(1).map((next, at) => ({ author: own[at].person, person: next.person, pause: next.from - own[at].to })),
  );
  const all = [...steps.filter(({ author, person, pause }) => author !== person && pause <= 10_000), ...replies];
  const replied = (a, b) => all.filter(({ author, person }) => inRow(a)(author) && inRow(b)(person)).length;
  return {
    towns: rows.map(([town, own]) => ({ town, people: own.length })),
    cells: rows.map(([, a]) => rows.map(([, b]) => ({ heard: heard(a, b) / 1_000, replied: replied(a, b) }))),
  };
}
