import { AboutInput } from '@multaqa/shared/about/about.messages';
import { Router } from 'express';
import { z } from 'zod';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { type Door, route } from '../platform/door.ts';
import { Refused } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import type { SignIn, Store } from '../platform/store/store.ts';
import { type Created, createDialogue, createExample } from './create-dialogue.ts';

const Nothing = z.strictObject({});

export type DialoguePorts = {
  dialogues: Dialogues;
  store: Store;
  door: Door;
  identity: Identity;
  version: string;
  signedOut(signIn: SignIn): void;
};

/** Which dialogues this browser may enter, new ones, and the way out. */
export function dialogueRoutes({ dialogues, store, door, identity, version, signedOut }: DialoguePorts): Router {
  const router = Router();
  const { rules, clock } = dialogues;

  const me = { method: 'get', path: '/me', by: 'anybody', rate: 'entry', input: Nothing } as const;
  route(router, door, me, async ({ signIn }) => {
    if (!signIn) return { account: null, dialogues: [], version };
    const account = signIn.account ? await store.doors.findAccount(signIn.account) : null;
    const grants = await identity.grants(signIn);
    const summaries = await dialogues.list(grants);
    const found = grants.map(({ dialogue, person }, at) => {
      const summary = summaries[at];
      // One that cannot be read must not hide the others, nor seem to be gone.
      if (summary === 'quarantined') return [{ dialogue, person, quarantined: dialogues.quarantineOf(dialogue) }];
      return summary ? [{ dialogue, person, ...summary }] : [];
    });
    return {
      account: account && { account: account.account, name: account.name, email: account.email },
      dialogues: found.flat(),
      version,
    };
  });

  const out = { method: 'post', path: '/sign-out', by: 'anybody', rate: 'entry', input: Nothing } as const;
  route(router, door, out, async ({ signIn, response }) => {
    if (signIn) {
      await identity.end(signIn);
      signedOut(signIn);
    }
    response.setHeader('Set-Cookie', identity.forget);
    return {};
  });

  const ports = () => ({ store, rules, now: clock.now() });
  const answer = (created: Created) => {
    if (!created.ok) throw new Refused(created.refusal);
    return { dialogue: created.dialogue };
  };

  const create = { method: 'post', path: '/dialogues', by: 'organiser', rate: 'change', input: AboutInput } as const;
  route(router, door, create, async ({ account, input }) => answer(await createDialogue(ports(), account, input)));

  const example = { ...create, path: '/dialogues/example', input: Nothing } as const;
  route(router, door, example, async ({ account }) => answer(await createExample(ports(), account)));

  return router;
}
