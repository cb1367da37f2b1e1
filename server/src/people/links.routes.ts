import { invitationOf, opensFor } from '@multaqa/shared/dialogue';
import type { State } from '@multaqa/shared/kernel/composition';
import { Several } from '@multaqa/shared/people/people.messages';
import { type People, roleOf } from '@multaqa/shared/people/people.state';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { visitorOf } from '../dialogue/admission.ts';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { type Door, route } from '../platform/door.ts';
import { Refused } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import { hashOf, type Secrets } from '../platform/secrets.ts';
import type { Grant, LinkRow, SignIn, Store } from '../platform/store/store.ts';

const Token = z.strictObject({ token: z.string().min(16).max(128) });

export type LinkPorts = {
  dialogues: Dialogues;
  store: Store;
  door: Door;
  identity: Identity;
  secrets: Secrets;
  baseUrl(request: Request): string;
};

/** Personal join links: copied by organisers, opened by their owners as often as they need, closed when revoked. */
export function linkRoutes({ dialogues, store, door, identity, secrets, baseUrl }: LinkPorts): Router {
  const router = Router();

  type Found = { link: LinkRow; state: State; grant: Grant | null };

  async function find(token: string, request: Request, signIn: SignIn | null): Promise<Found> {
    const link = await store.doors.findLink(hashOf(token));
    const state = link && (await dialogues.peek(link.dialogue));
    if (state === 'quarantined') throw new Refused('quarantined');
    const grant = link && signIn && (await identity.grantFor(signIn, link.dialogue));
    // The same answer for unknown, revoked and removed, so that nothing can be learnt by trying; a browser that has been inside as this person may know.
    if (!link || !state || !opensFor(state, link.person, link.version)) {
      const wasInside = link && state && grant?.person === link.person;
      throw wasInside && !roleOf(state.people as People, link.person)
        ? new Refused('removed')
        : door.wrongLink(request);
    }
    door.opened(link.hash);
    return { link, state, grant };
  }

  /** Keeps what became of a link. Nobody is kept out where it cannot be kept now. */
  const note = (kind: 'people.open' | 'people.join', { dialogue, person }: LinkRow) =>
    dialogues.command(dialogue, 'engine', kind, { person });

  const preview = { method: 'post', path: '/links/preview', by: 'anybody', rate: 'entry', input: Token } as const;
  route(router, door, preview, async ({ input: { token }, signIn, request }) => {
    const { link, state, grant } = await find(token, request, signIn);
    const current = currentIn(state, link, grant);
    // An organiser who tries a link is not its owner.
    if (current?.who !== 'other') await note('people.open', link);
    return { dialogue: link.dialogue, ...invitationOf(state, link.person), current };
  });

  const redeem = { ...preview, path: '/links/redeem' } as const;
  route(router, door, redeem, async ({ input: { token }, signIn: known, request, response }) => {
    const { link } = await find(token, request, known);
    const { dialogue, person, version } = link;
    const { signIn, cookie } = await identity.begin(request);
    await store.doors.putGrant(signIn.signIn, { dialogue, person, version });
    await note('people.join', link);
    if (cookie) response.setHeader('Set-Cookie', cookie);
    return { dialogue };
  });

  const copy = {
    method: 'post',
    path: '/dialogues/:dialogue/links',
    by: 'signed-in',
    rate: 'change',
    input: Several,
  } as const;
  route(router, door, copy, async ({ input: { people }, request }) => {
    const visitor = await visitorOf({ identity, dialogues }, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    const { dialogue, person: actor, state } = visitor;
    const asked = dialogues.rules.ask(state, actor, 'people.links', { people }, dialogues.clock.now());
    if (!asked.ok) throw new Refused(asked.refusal);
    const versions = asked.answer as Record<string, number>;
    const links: Record<string, string> = {};
    for (const person of people) {
      const version = versions[person];
      if (version === undefined) throw new Refused('people.unknown');
      const token = secrets.joinToken(dialogue, person, version);
      await store.doors.putLink({ hash: hashOf(token), dialogue, person, version, createdAt: dialogues.clock.now() });
      links[person] = `${baseUrl(request)}/j/#${token}`;
    }
    return { links };
  });

  return router;
}

/** Who uses a browser in a dialogue already: the owner of this link, somebody else, or nobody. */
function currentIn(state: State, link: LinkRow, grant: Grant | null) {
  if (!grant) return null;
  if (grant.person === link.person) return { who: 'you' } as const;
  const other = (state.people as People)[grant.person];
  return other ? ({ who: 'other', name: other.name } as const) : null;
}
