import { newId } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';

type Person = { client: Client };
type Chance = { pick<Item>(items: readonly Item[]): Item; between(least: number, most: number): number };
type Turn = { turn: number; person: string; since: number };
type Shown = { holder: Turn | null; queue: { person: string; item: string }[] };
type View = { floor: { rooms: Record<string, Shown | undefined> } };

/** Nobody holds the floor longer than this, in ms, where others wait. */
const patience = 20_000;

/** Asks for the floor of a room; whoever has had it for a while is done, so that a queue comes and goes. */
export async function queueIn(people: readonly Person[], room: string, chance: Chance): Promise<void> {
  const viewer = people[0]?.client.view() as unknown as View | undefined;
  const floor = viewer?.floor.rooms[room];
  if (!floor) return;
  const { holder, queue } = floor;
  const speaker = people.find(({ client }) => client.me() === holder?.person);
  if (holder && speaker && Date.now() - holder.since > patience && queue.length > 0) {
    await speaker.client.command('floor.done', { room, turn: holder.turn });
    return;
  }
  const free = people.filter(({ client }) => {
    const me = client.me();
    return me !== holder?.person && !queue.some(({ person }) => person === me);
  });
  if (free.length === 0 || queue.length > 4) return;
  const canReply = holder !== null && chance.between(1, 6) === 1;
  await chance.pick(free).client.command('floor.ask', { room, item: newId(), as: canReply ? 'reply' : 'turn' });
}
