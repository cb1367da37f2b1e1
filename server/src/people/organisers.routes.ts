import { randomUUID } from 'node:crypto';
import { Language } from '@multaqa/shared/kernel/languages';
import { Email, Name } from '@multaqa/shared/people/people.messages';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { type Door, route } from '../platform/door.ts';
import { Refused } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import { hashOf, type Secrets } from '../platform/secrets.ts';
import type { Account, Store } from '../platform/store/store.ts';

const Nothing = z.strictObject({});
const Token = z.strictObject({ token: z.string().min(16).max(128) });

/** What the mail job keeps: never the link itself. */
export type OrganiserLinkMail = { account: string; link: string; language: Language; baseUrl: string };

const Invitation = z.strictObject({ name: Name, email: Email, language: Language.default('en') });

export type OrganiserPorts = {
  store: Store;
  door: Door;
  identity: Identity;
  now(): number;
  baseUrl(request: Request): string;
  secrets: Secrets;
  /** Puts a mail with the link of this number into the outbox; false when no mail server is configured. */
  mailLink(mail: OrganiserLinkMail): Promise<boolean>;
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
    const all = await store.doors.accounts();
    return {
      organisers: all.map(entry => ({
        account: entry.account,
        name: entry.name,
        email: entry.email,
        revoked: entry.revokedAt !== null,
        me: entry.account === me.account,
      })),
    };
  });

  const add = { ...list, method: 'post', rate: 'change', input: Invitation } as const;
  route(router, door, add, async ({ input: { name, email, language }, request }) => {
    const added = { account: randomUUID(), name, email: email || null, createdAt: now(), revokedAt: null };
    await store.doors.addAccount(added);
    const base = baseUrl(request);
    const link = await newOrganiserLink(store, secrets, added.account, now());
    const isMailed =
      added.email !== null && (await ports.mailLink({ account: added.account, link, language, baseUrl: base }));
    return { account: added.account, link: organiserLinkOf(secrets, link, base), mailed: isMailed };
  });

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

/** A fresh one-time link for an account, by its number. */
async function newOrganiserLink(store: Store, secrets: Secrets, account: string, now: number): Promise<string> {
  const link = randomUUID();
  await store.doors.putOrganiserLink({
    hash: hashOf(secrets.organiserToken(link)),
    account,
    createdAt: now,
    usedAt: null,
  });
  return link;
}

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
  if (!isAskedFor && (await store.doors.hasUsedOrganiserLink())) return null;
  const { account } = await firstAccount(store, now);
  return organiserLinkOf(secrets, await newOrganiserLink(store, secrets, account, now), baseUrl);
}

/** The organiser who set the server up; made when there is none yet. */
export async function firstAccount(store: Store, now: number): Promise<Account> {
  const known = (await store.doors.accounts()).find(({ revokedAt }) => revokedAt === null);
  if (known) return known;
  const first = { account: randomUUID(), name: 'Organiser', email: null, createdAt: now, revokedAt: null };
  await store.doors.addAccount(first);
  return first;
}
