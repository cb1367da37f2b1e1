import { randomUUID } from 'node:crypto';
import { Email, Name } from '@multaqa/shared/people/people.messages';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { Refused, route } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import { hashOf, newToken } from '../platform/secrets.ts';
import type { Account, Store } from '../platform/store/store.ts';

const Nothing = z.strictObject({});
const Token = z.strictObject({ token: z.string().min(16).max(128) });

export type OrganiserPorts = {
  store: Store;
  identity: Identity;
  now(): number;
  baseUrl(request: Request): string;
  /** Puts a mail with this link into the outbox; false when no mail server is configured. */
  mailLink(to: Account, link: string): Promise<boolean>;
  /** Ends every connection of an account's browsers. */
  disconnect(account: string): void;
};

/** The people who run this installation: the first comes by the link printed at first start, the others by links that an organiser makes. */
export function organiserRoutes(ports: OrganiserPorts): Router {
  const { store, identity, now, baseUrl } = ports;
  const router = Router();

  async function account(request: Request): Promise<Account> {
    const signIn = await identity.of(request);
    if (!signIn) throw new Refused('signed-out');
    const found = signIn.account && (await store.doors.findAccount(signIn.account));
    if (!found) throw new Refused('not-permitted');
    return found;
  }

  async function other(request: Request): Promise<Account> {
    const found = await store.doors.findAccount(String(request.params.account));
    if (!found) throw new Refused('unknown');
    return found;
  }

  route(router, 'post', '/organiser-links/redeem', Token, async ({ token }, request, response) => {
    const found = await store.doors.useOrganiserLink(hashOf(token), now());
    if (!found) throw new Refused('link-unknown');
    const { signIn, cookie } = await identity.begin(request);
    await store.doors.setAccount(signIn.signIn, found.account);
    if (cookie) response.setHeader('Set-Cookie', cookie);
    return {};
  });

  route(router, 'get', '/organisers', Nothing, async (_, request) => {
    const me = await account(request);
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

  route(
    router,
    'post',
    '/organisers',
    z.strictObject({ name: Name, email: Email }),
    async ({ name, email }, request) => {
      await account(request);
      const added = { account: randomUUID(), name, email: email || null, createdAt: now(), revokedAt: null };
      await store.doors.addAccount(added);
      const link = await newOrganiserLink(store, added.account, baseUrl(request), now());
      return { account: added.account, link, mailed: added.email !== null && (await ports.mailLink(added, link)) };
    },
  );

  route(router, 'post', '/organisers/:account/link', Nothing, async (_, request) => {
    await account(request);
    const { account: id, revokedAt } = await other(request);
    if (revokedAt !== null) throw new Refused('unknown');
    return { link: await newOrganiserLink(store, id, baseUrl(request), now()) };
  });

  route(router, 'post', '/organisers/:account/revoke', Nothing, async (_, request) => {
    const me = await account(request);
    const { account: id } = await other(request);
    if (id === me.account) throw new Refused('not-permitted');
    await store.doors.revokeAccount(id, now());
    ports.disconnect(id);
    return {};
  });

  return router;
}

/** A fresh one-time link for an account. */
export async function newOrganiserLink(store: Store, account: string, baseUrl: string, now: number): Promise<string> {
  const token = newToken();
  await store.doors.putOrganiserLink({ hash: hashOf(token), account, createdAt: now, usedAt: null });
  return `${baseUrl}/o/#${token}`;
}

/** The link for whoever set the server up: made while no organiser has ever signed in, or when asked for on the command line. */
export async function firstOrganiserLink(
  store: Store,
  baseUrl: string,
  now: number,
  isAskedFor: boolean,
): Promise<string | null> {
  if (!isAskedFor && (await store.doors.hasUsedOrganiserLink())) return null;
  const known = (await store.doors.accounts()).find(({ revokedAt }) => revokedAt === null);
  const account = known?.account ?? randomUUID();
  if (!known)
    await store.doors.addAccount({ account, name: 'Organiser', email: null, createdAt: now, revokedAt: null });
  return newOrganiserLink(store, account, baseUrl, now);
}
