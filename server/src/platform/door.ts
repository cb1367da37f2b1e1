import type { CallRate, ConnectionRate } from '@multaqa/shared/limits';
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import { networkOf } from './address.ts';
import { Refused, readBody } from './http.ts';
import type { Identity } from './identity.ts';
import type { Account, SignIn, Store } from './store/store.ts';

/** Who may call a route, and what is known of the caller then. */
export type Callers = {
  anybody: { signIn: SignIn | null };
  'signed-in': { signIn: SignIn };
  organiser: { signIn: SignIn; account: Account };
};

export type Door = {
  /** Finds out who calls by the cookie alone and takes a token; throws a `Refused` before anything of the body is read. */
  admit<By extends keyof Callers>(request: Request, by: By, rate: CallRate): Promise<Callers[By]>;
  /** Takes a token of the caller's network, whoever calls: nobody is looked up. Throws a `Refused`. */
  pass(request: Request, rate: 'ballot'): void;
  /** Takes a token of a link that opens: only who holds that very link can use them up. */
  opened(hash: string): void;
  /** The refusal of a link that opens nothing, the same whatever the reason; an address that guesses too often hears `too-fast`. */
  wrongLink(request: Request): Refused;
};

/**
 * The order at every route: identity, then rate, then the body. Strangers draw from a bucket of their network address, the
 * others from one of their sign-in, so that nobody uses up what somebody else needs. An `entry` costs strangers nothing:
 * what neighbours behind the same address do must not keep them out.
 */
export function openDoor(
  identity: Pick<Identity, 'of'>,
  findAccount: Store['doors']['findAccount'],
  takeFor: (source: string, rate: ConnectionRate) => boolean,
): Door {
  async function permit(
    signIn: SignIn | null,
    by: keyof Callers,
  ): Promise<{ signIn: SignIn | null; account?: Account }> {
    if (by === 'anybody') return { signIn };
    if (!signIn) throw new Refused('signed-out');
    if (by === 'signed-in') return { signIn };
    const account = signIn.account ? await findAccount(signIn.account) : null;
    if (!account) throw new Refused('not-permitted');
    return { signIn, account };
  }

  return {
    async admit<By extends keyof Callers>(request: Request, by: By, rate: CallRate) {
      const signIn = await identity.of(request);
      const isAllowed = signIn
        ? takeFor(signIn.signIn, rate)
        : rate === 'entry' || takeFor(networkAt(request), 'stranger');
      if (!isAllowed) throw new Refused('too-fast');
      return (await permit(signIn, by)) as Callers[By];
    },
    pass(request, rate) {
      if (!takeFor(networkAt(request), rate)) throw new Refused('too-fast');
    },
    opened(hash) {
      if (!takeFor(hash, 'link')) throw new Refused('too-fast');
    },
    wrongLink: request => new Refused(takeFor(networkAt(request), 'guess') ? 'link-unknown' : 'too-fast'),
  };
}

const networkAt = (request: Request): string => networkOf(request.ip ?? '');

/**
 * Binds a route: who may call it, what a call costs, and the schema of its body. What it returns is sent as JSON.
 * Nothing of a body is read or parsed for callers whom the door does not admit.
 */
export function route<By extends keyof Callers, Input extends z.ZodType>(
  router: Router,
  door: Door,
  { method, path, by, rate, input }: { method: 'get' | 'post'; path: string; by: By; rate: CallRate; input: Input },
  answer: (call: Callers[By] & { input: z.infer<Input>; request: Request; response: Response }) => Promise<unknown>,
): void {
  router[method](path, async (request, response) => {
    const caller = await door.admit(request, by, rate);
    const parsed = input.safeParse(method === 'get' ? {} : await readBody(request, response));
    if (!parsed.success) throw new Refused('malformed');
    response.json(await answer({ ...caller, input: parsed.data, request, response }));
  });
}
