import type { Store } from './store.ts';

/**
 * How a call of the store is carried out where all calls share one connection: a `read` at once, as of the last commit;
 * a `write` in one transaction with all others that wait; what ends transactions itself, `alone`.
 */
export type Way = 'read' | 'write' | 'alone';

/** The parts of the store that can be called from another thread. */
export type Parts = Pick<Store, 'dialogues' | 'doors' | 'jobs' | 'files' | 'documents' | 'ballots'> & {
  health: Pick<Store, 'probe'>;
};

/** Every call, by part and name. */
export const ways: { readonly [Part in keyof Parts]: Record<keyof Parts[Part], Way> } = {
  dialogues: {
    create: 'write',
    exists: 'read',
    ofAccount: 'read',
    lease: 'write',
    renew: 'write',
    release: 'write',
    load: 'read',
    facts: 'read',
    snapshotParts: 'read',
    factsOfKinds: 'read',
    append: 'write',
    accepted: 'read',
    saveSnapshot: 'write',
    listed: 'read',
    putExcerpt: 'write',
    due: 'read',
    erase: 'alone',
    effectCursor: 'read',
    moveEffectCursor: 'write',
    unreacted: 'read',
  },
  doors: {
    putLink: 'write',
    findLink: 'read',
    addAccount: 'write',
    findAccount: 'read',
    accounts: 'read',
    nameAccount: 'write',
    revokeAccount: 'write',
    putOrganiserLink: 'write',
    findOrganiserLink: 'read',
    useOrganiserLink: 'write',
    accountsSignedIn: 'read',
    addSignIn: 'write',
    findSignIn: 'read',
    livingSignIns: 'read',
    setAccount: 'write',
    removeSignIn: 'write',
    removeSignInsUntil: 'write',
    putGrant: 'write',
    grants: 'read',
  },
  jobs: {
    add: 'write',
    claim: 'write',
    keep: 'write',
    giveBack: 'write',
    done: 'write',
    retryAt: 'write',
    end: 'write',
    find: 'read',
    overdueSince: 'read',
  },
  files: {
    begin: 'write',
    find: 'read',
    all: 'read',
    addPart: 'write',
    part: 'read',
    complete: 'write',
    remove: 'write',
  },
  documents: {
    load: 'read',
    append: 'write',
    saveSnapshot: 'write',
    addVersion: 'write',
    versions: 'read',
    version: 'read',
    notice: 'write',
    unnoticed: 'read',
  },
  ballots: {
    load: 'read',
    put: 'write',
    settle: 'alone',
    boxes: 'read',
    remove: 'alone',
  },
  health: { probe: 'write' },
};

/** One call, in values that JSON keeps. */
export type Call = { id: number; part: keyof Parts; name: string; args: readonly unknown[] };

/** What a call gave. `result` is missing where there is none. */
export type Answer = { id: number } & ({ ok: true; result?: unknown } | { ok: false; error: Thrown });

/** An error as another thread can tell it. */
type Thrown = { name: string; message: string; code: string | null; stack: string | null };

/** An error in a form that crosses from the thread. */
export function thrownOf(error: unknown): Thrown {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), code: null, stack: null };
  const { name, message, stack = null } = error;
  return { name, message, code: 'code' in error ? String(error.code) : null, stack };
}

/** The error again, of its class where that is one of the language's own. */
export function errorOf({ name, message, code, stack }: Thrown): Error {
  const error = name === 'RangeError' ? new RangeError(message) : new Error(message);
  return Object.assign(error, { name }, code && { code }, stack && { stack });
}

/** The store whose calls somebody else carries out. */
export function storeOver(call: (part: keyof Parts, name: string, args: readonly unknown[]) => Promise<unknown>) {
  const parts = Object.fromEntries(
    Object.entries(ways).map(([part, names]) => [
      part,
      Object.fromEntries(
        Object.keys(names).map(name => [name, (...args: unknown[]) => call(part as keyof Parts, name, args)]),
      ),
    ]),
  );
  // Built from the table of all calls, so that each part has each of its functions.
  return parts as unknown as Parts;
}
