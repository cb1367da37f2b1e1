import { describe, expect, it } from 'vitest';
import { ada, ben, createDialogue, dialogue } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';

const organiser = { account: 'dina', name: 'Dina', email: 'dina@example.org', createdAt: 1, revokedAt: null };

export function doorsSuite(bench: Bench): void {
  describe('doors', () => {
    it('[D1] a join link is found by its hash', async () => {
      await createDialogue(bench.store);
      const link = { hash: 'h1', dialogue, person: ada, version: 1, createdAt: 5 };
      await bench.store.doors.putLink(link);
      expect(await bench.store.doors.findLink('h1')).toEqual(link);
      expect(await bench.store.doors.findLink('h2')).toBeNull();
    });

    it('[D2] an organiser link opens once', async () => {
      const { doors } = bench.store;
      await doors.addAccount(organiser);
      expect(await doors.putOrganiserLink({ hash: 'h', account: 'dina', createdAt: 1 })).toBe(true);
      expect(await doors.accountsSignedIn()).toEqual([]);
      expect(await doors.findOrganiserLink('h', 2)).toEqual(organiser);
      expect(await doors.useOrganiserLink('h', 2)).toEqual(organiser);
      for (const hash of ['h', 'unknown']) {
        expect(await doors.findOrganiserLink(hash, 3)).toBeNull();
        expect(await doors.useOrganiserLink(hash, 3)).toBeNull();
      }
      expect(await doors.accountsSignedIn()).toEqual(['dina']);
    });

    it('[D2] an organiser link that many use at once opens for one', async () => {
      const { doors } = bench.store;
      await doors.addAccount(organiser);
      await doors.putOrganiserLink({ hash: 'h', account: 'dina', createdAt: 1 });
      const opened = await Promise.all(Array.from({ length: 8 }, () => doors.useOrganiserLink('h', 2)));
      expect(opened.filter(account => account !== null)).toHaveLength(1);
    });

    it('[D2] an organiser link opens for an hour, not a millisecond longer', async () => {
      const { doors } = bench.store;
      await doors.addAccount(organiser);
      await doors.putOrganiserLink({ hash: 'h', account: 'dina', createdAt: 1 });
      expect(await doors.useOrganiserLink('h', 1 + 3_600_000)).toBeNull();
      expect(await doors.findOrganiserLink('h', 1 + 3_600_000)).toBeNull();
      expect(await doors.useOrganiserLink('h', 3_600_000)).toEqual(organiser);
    });

    it('[D2] a new link voids the unused ones of its account, and of no other', async () => {
      const { doors } = bench.store;
      const other = { ...organiser, account: 'cleo', name: 'Cleo', createdAt: 2 };
      for (const account of [organiser, other]) await doors.addAccount(account);
      await doors.putOrganiserLink({ hash: 'used', account: 'dina', createdAt: 1 });
      await doors.useOrganiserLink('used', 2);
      await doors.putOrganiserLink({ hash: 'of cleo', account: 'cleo', createdAt: 2 });
      await doors.putOrganiserLink({ hash: 'old', account: 'dina', createdAt: 3 });
      await doors.putOrganiserLink({ hash: 'new', account: 'dina', createdAt: 4 });
      expect(await doors.useOrganiserLink('old', 5)).toBeNull();
      expect(await doors.useOrganiserLink('new', 5)).toEqual(organiser);
      expect(await doors.useOrganiserLink('of cleo', 5)).toEqual(other);
      expect((await doors.accountsSignedIn()).sort()).toEqual(['cleo', 'dina']);
    });

    it('[D2] of links that are made at once, one is left', async () => {
      const { doors } = bench.store;
      await doors.addAccount(organiser);
      const hashes = Array.from({ length: 8 }, (_, at) => `h${at}`);
      await Promise.all(hashes.map(hash => doors.putOrganiserLink({ hash, account: 'dina', createdAt: 1 })));
      const open = await Promise.all(hashes.map(hash => doors.useOrganiserLink(hash, 2)));
      expect(open.filter(account => account !== null)).toHaveLength(1);
    });

    it('[D3] a revoked or unknown account gets no link', async () => {
      const { doors } = bench.store;
      await doors.addAccount(organiser);
      await doors.revokeAccount('dina', 9);
      for (const account of ['dina', 'nobody'])
        expect(await doors.putOrganiserLink({ hash: 'h', account, createdAt: 10 })).toBe(false);
      expect(await doors.useOrganiserLink('h', 11)).toBeNull();
    });

    it('[D3] a revoked account opens nothing, neither by link nor by an earlier sign-in', async () => {
      const { doors } = bench.store;
      await doors.addAccount(organiser);
      await doors.putOrganiserLink({ hash: 'h', account: 'dina', createdAt: 1 });
      await doors.addSignIn({ hash: 's', signIn: 'one', account: 'dina', createdAt: 2 });
      expect(await doors.findSignIn('s')).toEqual({ hash: 's', signIn: 'one', account: 'dina', createdAt: 2 });
      await doors.revokeAccount('dina', 9);
      expect(await doors.findSignIn('s')).toBeNull();
      expect(await doors.useOrganiserLink('h', 10)).toBeNull();
      expect(await doors.findAccount('dina')).toEqual({ ...organiser, revokedAt: 9 });
    });

    it('[D3] revoking one account leaves the others', async () => {
      const { doors } = bench.store;
      const other = { ...organiser, account: 'cleo', name: 'Cleo', createdAt: 2 };
      await doors.addAccount(organiser);
      await doors.addAccount(other);
      await doors.addSignIn({ hash: 's', signIn: 'one', account: 'cleo', createdAt: 2 });
      await doors.revokeAccount('dina', 9);
      await doors.revokeAccount('dina', 99);
      expect(await doors.accounts()).toEqual([{ ...organiser, revokedAt: 9 }, other]);
      expect(await doors.findSignIn('s')).not.toBeNull();
    });

    it('[D3] naming one account leaves the others', async () => {
      const { doors } = bench.store;
      const other = { ...organiser, account: 'cleo', name: '', createdAt: 2 };
      for (const account of [organiser, other]) await doors.addAccount(account);
      await doors.nameAccount('cleo', 'Cléo كليو');
      expect(await doors.accounts()).toEqual([organiser, { ...other, name: 'Cléo كليو' }]);
    });

    it('[D4] a sign-in of a person without an account may get one later', async () => {
      const { doors } = bench.store;
      await doors.addAccount(organiser);
      await doors.addSignIn({ hash: 's', signIn: 'one', account: null, createdAt: 2 });
      expect((await doors.findSignIn('s'))?.account).toBeNull();
      await doors.setAccount('one', 'dina');
      expect((await doors.findSignIn('s'))?.account).toBe('dina');
    });

    it('[D4] the newest grant of a dialogue replaces the one before', async () => {
      const { doors } = bench.store;
      for (const id of ['one', 'two']) await createDialogue(bench.store, id);
      await doors.addSignIn({ hash: 's', signIn: 'tab', account: null, createdAt: 2 });
      await doors.putGrant('tab', { dialogue: 'one', person: ada, version: 1 });
      await doors.putGrant('tab', { dialogue: 'two', person: ada, version: null });
      await doors.putGrant('tab', { dialogue: 'one', person: ben, version: 2 });
      const grants = await doors.grants('tab');
      expect(grants.sort((a, b) => a.dialogue.localeCompare(b.dialogue))).toEqual([
        { dialogue: 'one', person: ben, version: 2 },
        { dialogue: 'two', person: ada, version: null },
      ]);
    });

    it('[D4] a removed sign-in and its grants are gone', async () => {
      const { doors } = bench.store;
      await createDialogue(bench.store);
      await doors.addSignIn({ hash: 's', signIn: 'tab', account: null, createdAt: 2 });
      await doors.putGrant('tab', { dialogue, person: ada, version: 1 });
      await doors.removeSignIn('tab');
      expect(await doors.findSignIn('s')).toBeNull();
      expect(await doors.grants('tab')).toEqual([]);
    });

    it('[D5] sign-ins made until an instant are removed with their grants, later ones stay', async () => {
      const { doors } = bench.store;
      await createDialogue(bench.store);
      for (const [signIn, createdAt] of [
        ['old', 4],
        ['at the instant', 5],
        ['young', 6],
      ] as const) {
        await doors.addSignIn({ hash: `hash of ${signIn}`, signIn, account: null, createdAt });
        await doors.putGrant(signIn, { dialogue, person: ada, version: 1 });
      }
      await doors.removeSignInsUntil(5);
      for (const signIn of ['old', 'at the instant']) {
        expect(await doors.findSignIn(`hash of ${signIn}`)).toBeNull();
        expect(await doors.grants(signIn)).toEqual([]);
      }
      expect((await doors.findSignIn('hash of young'))?.signIn).toBe('young');
      expect(await doors.grants('young')).toHaveLength(1);
    });

    it('an account sees its dialogues, newest first', async () => {
      const { doors, dialogues } = bench.store;
      await doors.addAccount(organiser);
      for (const [at, id] of ['first', 'second'].entries()) {
        await dialogues.create({ dialogue: id, at, facts: [], excerpt: null, owner: { account: 'dina', person: ada } });
      }
      expect(await dialogues.ofAccount('dina')).toEqual([
        { dialogue: 'second', person: ada },
        { dialogue: 'first', person: ada },
      ]);
      expect(await dialogues.ofAccount('nobody')).toEqual([]);
    });

    it('[S8] doors are the same after opening again', async () => {
      await createDialogue(bench.store);
      const link = { hash: 'h1', dialogue, person: ada, version: 1, createdAt: 5 };
      await bench.store.doors.putLink(link);
      await bench.store.doors.addSignIn({ hash: 's', signIn: 'tab', account: null, createdAt: 2 });
      const { doors } = await bench.reopen();
      expect(await doors.findLink('h1')).toEqual(link);
      expect(await doors.findSignIn('s')).toEqual({ hash: 's', signIn: 'tab', account: null, createdAt: 2 });
    });
  });
}
