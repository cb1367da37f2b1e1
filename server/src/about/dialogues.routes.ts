import { randomUUID } from 'node:crypto';
import { AboutInput } from '@multaqa/shared/about/about.messages';
import { summaryOf } from '@multaqa/shared/dialogue';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { type Dialogues, firstFacts } from '../dialogue/dialogues.ts';
import { Refused, route } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import type { Account, SignIn, Store } from '../platform/store/store.ts';
import { exampleCommands } from './example.ts';

const Nothing = z.strictObject({});

export type DialoguePorts = {
  dialogues: Dialogues;
  store: Store;
  identity: Identity;
  version: string;
  signedOut(signIn: SignIn): void;
};

/** Which dialogues this browser may enter, new ones, and the way out. */
export function dialogueRoutes({ dialogues, store, identity, version, signedOut }: DialoguePorts): Router {
  const router = Router();
  const { rules, clock } = dialogues;

  route(router, 'get', '/me', Nothing, async (_, request) => {
    const signIn = await identity.of(request);
    if (!signIn) return { account: null, dialogues: [], version };
    const account = signIn.account ? await store.doors.findAccount(signIn.account) : null;
    const found = await Promise.all(
      (await identity.grants(signIn)).map(async ({ dialogue, person, version: link }) => {
        const state = await dialogues.peek(dialogue);
        const summary = state && summaryOf(state, person, link);
        return summary ? [{ dialogue, person, ...summary }] : [];
      }),
    );
    return {
      account: account && { account: account.account, name: account.name, email: account.email },
      dialogues: found.flat(),
      version,
    };
  });

  route(router, 'post', '/sign-out', Nothing, async (_, request, response) => {
    const signIn = await identity.of(request);
    if (signIn) {
      await identity.end(signIn);
      signedOut(signIn);
    }
    response.setHeader('Set-Cookie', identity.forget);
    return {};
  });

  async function account(request: Request): Promise<Account> {
    const signIn = await identity.of(request);
    if (!signIn) throw new Refused('signed-out');
    const found = signIn.account ? await store.doors.findAccount(signIn.account) : null;
    if (!found) throw new Refused('not-permitted');
    return found;
  }

  async function create(owner: Account, commands: (person: string) => { kind: string; input: unknown }[]) {
    const dialogue = randomUUID();
    const person = randomUUID();
    const first = firstFacts(rules, clock.now(), commands(person));
    if (!first.ok) throw new Refused(first.refusal);
    await store.dialogues.create({
      dialogue,
      at: clock.now(),
      facts: first.facts,
      owner: { account: owner.account, person },
    });
    return { dialogue };
  }

  route(router, 'post', '/dialogues', AboutInput, async (input, request) => {
    const owner = await account(request);
    return create(owner, person => [
      { kind: 'about.create', input: { ...input, example: false } },
      { kind: 'people.found', input: founder(person, owner, input.languages) },
    ]);
  });

  route(router, 'post', '/dialogues/example', Nothing, async (_, request) => {
    const owner = await account(request);
    return create(owner, person => exampleCommands(founder(person, owner, ['en', 'ar']), clock.now()));
  });

  return router;
}

// Whom the founder speaks for is theirs to say, on their card.
const founder = (person: string, { name, email }: Account, languages: readonly string[]) => ({
  person,
  name,
  email: email ?? '',
  municipality: '',
  country: '',
  languages,
  role: 'organiser',
  needs: [],
  vision: '',
});
