/** What a client saw happen, in its own order. */
export type Event =
  /** `message` is the chat message that the command carries, if any. */
  | { what: 'invoked'; client: string; id: string; message?: string }
  | { what: 'accepted'; client: string; id: string; seq: number }
  | { what: 'refused'; client: string; id: string }
  /** A chat message appeared on this client's screen for the first time. */
  | { what: 'shown'; client: string; message: string }
  /** All chat messages that the client could read at the end, oldest first. */
  | { what: 'read'; client: string; messages: readonly string[] };

/** The log as the database holds it after the run. */
export type Log = {
  facts: readonly { seq: number; actor: string; kind: string; data: Record<string, string> }[];
  done: readonly { command: string; actor: string; seq: number }[];
};

/**
 * Every way in which the histories and the log contradict each other; empty when nothing acknowledged was lost, doubled, reordered or leaked.
 * It knows nothing of the server's code: who may read what is computed here a second time, from the facts alone.
 */
export function contradictions(events: readonly Event[], log: Log): string[] {
  return [...gaps(log), ...commands(events, log), ...screens(events, log)];
}

function gaps({ facts }: Log): string[] {
  return facts.flatMap(({ seq }, at) => (seq === at + 1 ? [] : [`the log holds ${seq} at place ${at + 1}`]));
}

function commands(events: readonly Event[], { done, facts }: Log): string[] {
  const found: string[] = [];
  const inLog = new Map<string, { actor: string; seq: number }[]>();
  for (const entry of done) inLog.set(entry.command, [...(inLog.get(entry.command) ?? []), entry]);
  for (const event of events) {
    if (event.what === 'accepted') {
      const entries = inLog.get(event.id) ?? [];
      if (entries.length !== 1) found.push(`accepted ${event.id} is in the log ${entries.length} times`);
      else if (entries[0]?.seq !== event.seq)
        found.push(`accepted ${event.id} at ${event.seq} is in the log at ${entries[0]?.seq}`);
      else if (entries[0].actor !== event.client) found.push(`accepted ${event.id} belongs to ${entries[0].actor}`);
    }
    if (event.what === 'refused' && inLog.has(event.id)) found.push(`refused ${event.id} is in the log`);
  }
  for (const [id, entries] of inLog) if (entries.length > 1) found.push(`${id} is in the log ${entries.length} times`);

  const carried = new Map(
    events.flatMap(event => (event.what === 'invoked' && event.message ? [[event.id, event.message] as const] : [])),
  );
  const said = new Map<string, number[]>();
  for (const { kind, data, seq } of facts) {
    if (kind === 'chat.said' && data.message) said.set(data.message, [...(said.get(data.message) ?? []), seq]);
  }
  for (const [message, seqs] of said)
    if (seqs.length > 1) found.push(`message ${message} is in the log ${seqs.length} times`);
  for (const event of events) {
    const message = event.what === 'accepted' ? carried.get(event.id) : undefined;
    if (message && !said.has(message)) found.push(`message ${message} was accepted and is not in the log`);
  }
  return found;
}

function screens(events: readonly Event[], { facts }: Log): string[] {
  const found: string[] = [];
  const place = new Map<string, number>();
  const readers = new Map<string, ReadonlySet<string>>();
  const seats = new Map<string, string>();
  const sawRoom = new Map<string, Set<string>>();
  const roomOf = new Map<string, string>();
  for (const { seq, actor, kind, data } of facts) {
    const { person = actor, room = '', message = '', session = '' } = data;
    if (kind === 'sessions.entered') seats.set(person, room);
    if (kind === 'sessions.admitted') seats.set(person, `${session}/plenary`);
    if (kind === 'sessions.left') seats.delete(person);
    const sits = seats.get(person);
    if (sits) sawRoom.set(person, (sawRoom.get(person) ?? new Set()).add(sits));
    if (kind !== 'chat.said') continue;
    place.set(message, seq);
    roomOf.set(message, room);
    readers.set(message, new Set([...seats].flatMap(([somebody, where]) => (where === room ? [somebody] : []))));
  }
  for (const [client, shown] of perClient(events, 'shown')) {
    for (const message of shown) {
      // Who enters a room later may read what was said there before.
      const room = roomOf.get(message) ?? '';
      const mayRead = readers.get(message)?.has(client) || sawRoom.get(client)?.has(room);
      if (!place.has(message)) found.push(`${client} was shown ${message}, which is not in the log`);
      else if (!mayRead) found.push(`${client} was shown ${message} from a room they never were in`);
    }
    found.push(...disorder(client, shown, place));
  }
  for (const event of events) {
    if (event.what !== 'read') continue;
    found.push(...disorder(event.client, event.messages, place));
    const room = seats.get(event.client);
    const expected = [...place.keys()].filter(message => roomOf.get(message) === room);
    const read = new Set(event.messages);
    for (const message of expected) if (!read.has(message)) found.push(`${event.client} cannot read ${message}`);
    if (read.size !== event.messages.length) found.push(`${event.client} reads a message twice`);
  }
  return found;
}

function perClient(events: readonly Event[], what: 'shown'): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const event of events) {
    if (event.what !== what) continue;
    const list = lists.get(event.client) ?? [];
    list.push(event.message);
    lists.set(event.client, list);
  }
  return lists;
}

function disorder(client: string, messages: readonly string[], place: ReadonlyMap<string, number>): string[] {
  return messages.flatMap((message, at) => {
    const before = messages[at - 1];
    const isAfter = before === undefined || (place.get(before) ?? 0) < (place.get(message) ?? 0);
    return isAfter ? [] : [`${client} saw ${message} after ${before}, against the order of the log`];
  });
}
