import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { limits } from '@multaqa/shared/limits';
import { parseCookie, stringifySetCookie } from 'cookie';
import { hashOf, newToken } from './secrets.ts';
import type { Grant, SignIn, Store } from './store/store.ts';

export type Identity = {
  /** The signed-in browser behind a request; null for strangers. */
  of(request: Pick<IncomingMessage, 'headers'>): Promise<SignIn | null>;
  /** The browser's sign-in, made now when it has none; `cookie` is then to be set. */
  begin(request: Pick<IncomingMessage, 'headers'>): Promise<{ signIn: SignIn; cookie: string | null }>;
  /** As whom this browser may enter a dialogue: by the link it used last, else by its account. */
  grantFor(signIn: SignIn, dialogue: string): Promise<Grant | null>;
  grants(signIn: SignIn): Promise<Grant[]>;
  /** Those of these sign-ins that still open something. */
  living(signIns: readonly string[]): Promise<ReadonlySet<string>>;
  end(signIn: SignIn): Promise<void>;
  /** Removes the sign-ins that have expired, and what they could enter. */
  purge(): Promise<void>;
  /** The cookie header that makes a browser forget. */
  forget: string;
};

export function openIdentity(
  doors: Store['doors'],
  ofAccount: Store['dialogues']['ofAccount'],
  isSecure: boolean,
  now: () => number,
): Identity {
  const name = isSecure ? '__Host-multaqa' : 'multaqa';
  const cookieOf = (value: string, maxAge: number) =>
    stringifySetCookie({ name, value, httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge });

  async function of({ headers }: Pick<IncomingMessage, 'headers'>): Promise<SignIn | null> {
    const token = parseCookie(headers.cookie ?? '')[name];
    if (!token) return null;
    const found = await doors.findSignIn(hashOf(token));
    return found && found.createdAt + limits.signIn > now() ? found : null;
  }

  async function grants(signIn: SignIn): Promise<Grant[]> {
    const byLink = await doors.grants(signIn.signIn);
    const byAccount = signIn.account ? await ofAccount(signIn.account) : [];
    const linked = new Set(byLink.map(({ dialogue }) => dialogue));
    return [
      ...byLink,
      ...byAccount.filter(({ dialogue }) => !linked.has(dialogue)).map(seat => ({ ...seat, version: null })),
    ];
  }

  return {
    of,
    grants,
    async living(signIns) {
      return new Set(await doors.livingSignIns(signIns, now() - limits.signIn));
    },
    grantFor: async (signIn, dialogue) => (await grants(signIn)).find(grant => grant.dialogue === dialogue) ?? null,
    async begin(request) {
      const known = await of(request);
      if (known) return { signIn: known, cookie: null };
      const token = newToken();
      const signIn = { hash: hashOf(token), signIn: randomUUID(), account: null, createdAt: now() };
      await doors.addSignIn(signIn);
      return { signIn, cookie: cookieOf(token, limits.signIn / 1000) };
    },
    end: signIn => doors.removeSignIn(signIn.signIn),
    purge: () => doors.removeSignInsUntil(now() - limits.signIn),
    forget: cookieOf('', 0),
  };
}
