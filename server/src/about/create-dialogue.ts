import { randomUUID } from 'node:crypto';
import type { AboutInput } from '@multaqa/shared/about/about.messages';
import { excerptOf } from '@multaqa/shared/dialogue';
import type { Rules } from '@multaqa/shared/kernel/rules';
import { firstFacts } from '../dialogue/first-facts.ts';
import type { Account, Store } from '../platform/store/store.ts';
import { exampleCommands } from './example.ts';

export type CreatePorts = { store: Store; rules: Rules; now: number };
export type Created = { ok: true; dialogue: string } | { ok: false; refusal: string };

/** A new dialogue with its founder as the only person in it. */
export const createDialogue = (ports: CreatePorts, owner: Account, about: AboutInput): Promise<Created> =>
  create(ports, owner, person => [
    { kind: 'about.create', input: { ...about, example: false } },
    { kind: 'people.found', input: founder(person, owner, about.languages) },
  ]);

/** The example dialogue, marked as such; with more people than it has by itself where `count` asks for them. */
export const createExample = (ports: CreatePorts, owner: Account, count?: number): Promise<Created> =>
  create(ports, owner, person => exampleCommands(founder(person, owner, ['en', 'ar']), ports.now, count));

async function create(
  { store, rules, now }: CreatePorts,
  owner: Account,
  commands: (person: string) => { kind: string; input: unknown }[],
): Promise<Created> {
  const [dialogue, person] = [randomUUID(), randomUUID()];
  const first = firstFacts(rules, now, commands(person));
  if (!first.ok) return first;
  const { facts, state } = first;
  const excerpt = excerptOf(null, state).change;
  await store.dialogues.create({ dialogue, at: now, facts, excerpt, owner: { account: owner.account, person } });
  return { ok: true, dialogue };
}

/** What a founder's card says until they have said their name. */
export const unnamed = 'Organiser';

// Whom the founder speaks for is theirs to say, on their card.
const founder = (person: string, { name, email }: Account, languages: readonly string[]) => ({
  person,
  name: name || unnamed,
  email: email ?? '',
  municipality: '',
  country: '',
  languages,
  role: 'organiser',
  needs: [],
  vision: '',
});
