import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openClientLifetime } from './client-lifetime.ts';

/** A client that knows nothing but whether it takes part. */
function openTest() {
  const client = {
    isIn: false,
    join: () => {
      client.isIn = true;
    },
    leave: () => {
      client.isIn = false;
    },
  };
  return { client, lifetime: openClientLifetime(client) };
}

it('a user who leaves soon after coming keeps nothing of what was prepared', () => {
  const { client, lifetime } = openTest();
  const release = lifetime.prepare('session');
  lifetime.use()();
  expect(client.isIn).toBe(false);
  // The page before releases it after a pause, which ends in the middle of the next visit.
  const again = lifetime.use();
  client.join();
  release();
  expect(client.isIn).toBe(true);
  again();
  expect(client.isIn).toBe(false);
});

it('what nobody came to use ends when it is released', () => {
  const { client, lifetime } = openTest();
  const release = lifetime.prepare('session');
  expect(client.isIn).toBe(true);
  release();
  expect(client.isIn).toBe(false);
});

it('in any order: it lasts while anybody uses it, and ends when nobody needs it', () => {
  const deeds = fc.array(fc.tuple(fc.constantFrom('prepare', 'use', 'end'), fc.nat(4)), { maxLength: 20 });
  fc.assert(
    fc.property(deeds, done => {
      const { client, lifetime } = openTest();
      const held: { kind: 'prepare' | 'use'; end(): void }[] = [];
      for (const [deed, at] of done) {
        if (deed === 'end') held.splice(at, 1)[0]?.end();
        else if (deed === 'use') {
          held.push({ kind: 'use', end: lifetime.use() });
          client.join();
        } else held.push({ kind: 'prepare', end: lifetime.prepare('session') });
        if (held.some(({ kind }) => kind === 'use')) expect(client.isIn).toBe(true);
        if (held.length === 0) expect(client.isIn).toBe(false);
      }
    }),
  );
});
