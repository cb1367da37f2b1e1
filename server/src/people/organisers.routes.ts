import { randomUUID } from 'node:crypto';
import { Language } from '@multaqa/shared/kernel/languages';
import { Email, Name } from '@multaqa/shared/people/people.messages';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { type Door, route } from '../platform/door.ts';
import { Refused } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import { hashOf, type Secrets } from '../platform/secrets.ts';
import type { Account, SignIn, Store } from '../platform/store/store.ts';

const Nothing = z.strictObject({});
const Token = z.strictObject({ token: z.string().min(16).max(128) });

/** What the mail job keeps: never the link itself. */
export type OrganiserLinkMail = { link: string; language: Language; baseUrl: string };

const Called = z.strictObject({ name: Name });
const LinkOrder = z.strictObject({ language: Language.default('en') });
const Invitation = LinkOrder.extend({ name: Name, email: Email });

export type OrganiserPorts = {
  store: Store;
  door: Door;
  identity: Identity;
  now(): number;
  baseUrl(request: Request): string;
  secrets: Secrets;
  /** Puts a mail with the link of this number into the outbox; false when no mail server is configured. */
  mailLink(mail: OrganiserLinkMail): Promise<boolean>;
  /** Writes the name of a browser's owner on the cards that have waited for it. */
  introduce(signIn: SignIn, name: string): Promise<void>;
  /** Ends every connection of an account's browsers. */
  disconnect(account: string): void;
};

/** The people who run this installation: the first comes by the link printed at first start, the others by links that an organiser makes. */
export function organiserRoutes(ports: OrganiserPorts): Router {
  const { store, door, identity, now, baseUrl, secrets } = ports;
  const router = Router();

  async function other(request: Request): Promise<Account> {
    const found = await store.doors.findAccount(String(request.params.account));
    if (!found) throw new Refused('unknown');
    return found;
  }

  /** A fresh link of an account, the only one that opens from now on; mailed when there is an address and a mail server. */
  async function newLink({ account, email }: Account, language: Language, request: Request) {
    const base = baseUrl(request);
    const link = await newOrganiserLink(store, secrets, account, now());
    // Revoked is for good.
    if (link === null) throw new Refused('unknown');
    const isMailed = email !== null && (await ports.mailLink({ link, language, baseUrl: base }));
    return { account, link: organiserLinkOf(secrets, link, base), mailed: isMailed };
  }

  const redeem = {
    method: 'post',
    path: '/organiser-links/redeem',
    by: 'anybody',
    rate: 'entry',
    input: Token,
  } as const;
  route(router, door, redeem, async ({ input: { token }, request, response }) => {
    const found = await store.doors.useOrganiserLink(hashOf(token), now());
    if (!found) throw door.wrongLink(request);
    const { signIn, cookie } = await identity.begin(request);
    await store.doors.setAccount(signIn.signIn, found.account);
    if (cookie) response.setHeader('Set-Cookie', cookie);
    return {};
  });

  const list = { method: 'get', path: '/organisers', by: 'organiser', rate: 'read', input: Nothing } as const;
  route(router, door, list, async ({ account: me }) => {
    const signedIn = new Set(await store.doors.accountsSignedIn());
    const all = await store.doors.accounts();
    return {
      organisers: all.map(({ account, name, email, revokedAt }) => ({
        account,
        name,
        email,
        revoked: revokedAt !== null,
        signedIn: signedIn.has(account),
        me: account === me.account,
      })),
    };
  });

  const name = { ...list, method: 'post', path: '/organisers/name', rate: 'change', input: Called } as const;
  route(router, door, name, async ({ input, account: { account }, signIn }) => {
    await store.doors.nameAccount(account, input.name);
    await ports.introduce(signIn, input.name);
    return {};
  });

  const add = { ...list, method: 'post', rate: 'change', input: Invitation } as const;
  route(router, door, add, async ({ input: { name, email, language }, request }) => {
    const added = { account: randomUUID(), name, email: email || null, createdAt: now(), revokedAt: null };
    await store.doors.addAccount(added);
    return newLink(added, language, request);
  });

  const again = { ...add, path: '/organisers/:account/link', input: LinkOrder } as const;
  route(router, door, again, async ({ input: { language }, request }) =>
    newLink(await other(request), language, request),
  );

  const revoke = { ...add, path: '/organisers/:account/revoke', input: Nothing } as const;
  route(router, door, revoke, async ({ account: me, request }) => {
    const { account: id } = await other(request);
    if (id === me.account) throw new Refused('not-permitted');
    await store.doors.revokeAccount(id, now());
    ports.disconnect(id);
    return {};
  });

  return router;
}

/** A fresh one-time link for an account, by its number; null when the account is revoked. */
async function newOrganiserLink(store: Store, secrets: Secrets, account: string, now: number): Promise<string | null> {
  const link = randomUUID();
  const hash = hashOf(secrets.organiserToken(link));
  return (await store.doors.putOrganiserLink({ hash, account, createdAt: now })) ? link : null;
}

/** The address of a one-time link. */
export const organiserLinkOf = (secrets: Secrets, link: string, baseUrl: string): string =>
  `${baseUrl}/o/#${secrets.organiserToken(link)}`;

/** The link for whoever set the server up: made while no organiser has ever signed in, or when asked for on the command line. */
export async function firstOrganiserLink(
  store: Store,
  secrets: Secrets,
  baseUrl: string,
  now: number,
  isAskedFor: boolean,
): Promise<string | null> {
  if (!isAskedFor && (await store.doors.accountsSignedIn()).length > 0) return null;
  const { account } = await firstAccount(store, now);
  const link = await newOrganiserLink(store, secrets, account, now);
  return link && organiserLinkOf(secrets, link, baseUrl);
}

/** The organiser who set the server up, without a name until they say it; made when there is none yet. */
export async function firstAccount(store: Store, now: number): Promise<Account> {
  const known = (await store.doors.accounts()).find(({ revokedAt }) => revokedAt === null);
  if (known) return known;
  const first = { account: randomUUID(), name: '', email: null, createdAt: now, revokedAt: null };
  await store.doors.addAccount(first);
  return first;
}
