import { reactions, signs } from '@multaqa/shared/facilitate/reactions/reactions.messages';
import type { Client } from '../../server/src/client.samples.ts';
import type { Chance } from './chance.ts';

/** Reacts in passing; now and then shows a sign that stands for a while, mostly that one agrees. */
export async function reactIn(client: Client, room: string, chance: Chance): Promise<void> {
  if (chance.between(1, 5) > 1) {
    client.socket.emit('signal', { kind: 'reactions.react', input: { room, reaction: chance.pick(reactions) } });
    return;
  }
  await client.command('reactions.sign', { room, sign: chance.pick(['agree', 'agree', ...signs]), on: true });
}
