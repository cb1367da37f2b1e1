import { AboutInput } from '@multaqa/shared/about/about.messages';
import { summaryOf } from '@multaqa/shared/dialogue';
import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { Refused, route } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import type { Account, SignIn, Store } from '../platform/store/store.ts';
import { type Created, type CreatePorts, createDialogue, createExample } from './create-dialogue.ts';

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
        // One that cannot be read must not hide the others, nor seem to be gone.
        if (state === 'quarantined') return [{ dialogue, person, quarantined: dialogues.quarantineOf(dialogue) }];
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

  async function create(request: Request, make: (ports: CreatePorts, owner: Account) => Promise<Created>) {
    const owner = await account(request);
    const created = await make({ store, rules, now: clock.now() }, owner);
    if (!created.ok) throw new Refused(created.refusal);
    return { dialogue: created.dialogue };
  }

  route(router, 'post', '/dialogues', AboutInput, (input, request) =>
    create(request, (ports, owner) => createDialogue(ports, owner, input)),
  );

  route(router, 'post', '/dialogues/example', Nothing, (_, request) => create(request, createExample));

  return router;
}
