import type { AgendaView } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { newId } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';
import type { Chance } from './chance.ts';
import { questions } from './sayings.ts';

type Somebody = { client: Client; languages: readonly (keyof typeof questions)[] };

/** Says that one is ready to move on, now and then puts something aside; nothing while no block goes on. */
export async function followIn({ client, languages }: Somebody, room: string, chance: Chance): Promise<void> {
  const { agenda } = client.view() as unknown as { agenda: AgendaView };
  const now = agenda.sessions[room.slice(0, 36)]?.now;
  if (!now) return;
  if (chance.between(1, 6) === 1) {
    const text = chance.pick(questions[chance.pick(languages)]);
    await client.command('agenda.park', { room, item: newId(), text });
    return;
  }
  await client.command('agenda.ready', { room, block: now.block, on: chance.between(1, 4) > 1 });
}
