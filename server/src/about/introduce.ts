import type { People } from '@multaqa/shared/people/people.state';
import type { Dialogues } from '../dialogue/dialogues.ts';
import type { Identity } from '../platform/identity.ts';
import type { SignIn } from '../platform/store/store.ts';
import { unnamed } from './create-dialogue.ts';

type Ports = { dialogues: Dialogues; identity: Identity };

/** Writes the name that somebody has said on their cards in the dialogues that they founded before. */
export async function introduce({ dialogues, identity }: Ports, signIn: SignIn, name: string): Promise<void> {
  for (const { dialogue, person } of await identity.grants(signIn)) {
    const state = await dialogues.peek(dialogue);
    if (state === null || state === 'quarantined') continue;
    if ((state.people as People)[person]?.name !== unnamed) continue;
    await dialogues.command(dialogue, 'engine', 'people.introduce', { person, name });
  }
}
