import { invitationOf, opensFor } from '@multaqa/shared/dialogue';
import type { State } from '@multaqa/shared/kernel/rules';
import { limits } from '@multaqa/shared/limits';
import { messages } from '@multaqa/shared/people/people.messages';
import type { People } from '@multaqa/shared/people/people.state';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { visitorOf } from '../dialogue/admission.ts';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { openFailures } from '../platform/failures.ts';
import { Refused, route } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import { hashOf, type Secrets } from '../platform/secrets.ts';
import type { LinkRow, Store } from '../platform/store/store.ts';

const Token = z.strictObject({ token: z.string().min(16).max(128) });

export type LinkPorts = {
  dialogues: Dialogues;
  store: Store;
  identity: Identity;
  secrets: Secrets;
  baseUrl(request: Request): string;
};

/** Personal join links: copied by organisers, opened by their owners as often as they need, closed when revoked. */
export function linkRoutes({ dialogues, store, identity, secrets, baseUrl }: LinkPorts): Router {
  const router = Router();
  const failures = openFailures(limits.redeemFailuresPerMinute);

  async function find(token: string, request: Request): Promise<{ link: LinkRow; state: State }> {
    const address = request.ip ?? '';
    if (await failures.tooMany(address)) throw new Refused('too-fast');
    const link = await store.doors.findLink(hashOf(token));
    const state = link && (await dialogues.peek(link.dialogue));
    if (state === 'quarantined') throw new Refused('quarantined');
    if (!link || !state || !opensFor(state, link.person, link.version)) {
      await failures.count(address);
      // The same answer for unknown, revoked and removed, so that nothing can be learnt by trying.
      throw new Refused('link-unknown');
    }
    return { link, state };
  }

  route(router, 'post', '/links/preview', Token, async ({ token }, request) => {
    const { link, state } = await find(token, request);
    const signIn = await identity.of(request);
    const grant = signIn && (await identity.grantFor(signIn, link.dialogue));
    const current = grant && grant.person !== link.person ? ((state.people as People)[grant.person] ?? null) : null;
    return {
      dialogue: link.dialogue,
      ...invitationOf(state, link.person),
      current: current && { name: current.name, role: current.role },
    };
  });

  route(router, 'post', '/links/redeem', Token, async ({ token }, request, response) => {
    const { link } = await find(token, request);
    const { signIn, cookie } = await identity.begin(request);
    await store.doors.putGrant(signIn.signIn, { dialogue: link.dialogue, person: link.person, version: link.version });
    if (cookie) response.setHeader('Set-Cookie', cookie);
    return { dialogue: link.dialogue };
  });

  route(router, 'post', '/dialogues/:dialogue/links', messages.invite.input, async ({ people }, request) => {
    const visitor = await visitorOf({ identity, dialogues }, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    const { dialogue, person: actor } = visitor;
    const ack = await dialogues.command(dialogue, actor, 'people.invite', { people });
    if (!ack.ok) throw new Refused(ack.refusal);
    const state = dialogues.loaded(dialogue)?.runner.state();
    const links: Record<string, string> = {};
    for (const person of people) {
      const version = (state?.people as People | undefined)?.[person]?.link;
      if (version === undefined) throw new Refused('people.unknown');
      const token = secrets.joinToken(dialogue, person, version);
      await store.doors.putLink({ hash: hashOf(token), dialogue, person, version, createdAt: dialogues.clock.now() });
      links[person] = `${baseUrl(request)}/j/#${token}`;
    }
    return { links };
  });

  return router;
}
