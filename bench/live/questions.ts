import { newId } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';
import { questions } from './sayings.ts';

type Asker = { client: Client; languages: readonly (keyof typeof questions)[] };
type Chance = { pick<Item>(items: readonly Item[]): Item; between(least: number, most: number): number };
type View = { questions: { rooms: Record<string, { questions: Record<string, object> } | undefined> } };

/** Asks those who host a room, now and then without a name; once some questions are there, mostly supports one of them. */
export async function askIn({ client, languages }: Asker, room: string, chance: Chance): Promise<void> {
  const view = client.view() as unknown as View;
  const asked = Object.keys(view.questions.rooms[room]?.questions ?? {});
  if (asked.length > 2 && chance.between(1, 4) > 1) {
    await client.command('questions.support', { room, question: chance.pick(asked), on: true });
    return;
  }
  const text = chance.pick(questions[chance.pick(languages)]);
  const names = chance.between(1, 4) === 1 ? 'anonymous' : 'named';
  await client.command('questions.ask', { room, question: newId(), text, names });
}
