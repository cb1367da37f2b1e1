import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openClientLifetime } from './client-lifetime.ts';

/** A client that only knows whether it takes part. */
function scene() {
  const client = {
    isIn: false,
    join: () => {
      client.isIn = true;
    },
    leave: () => {
      client.isIn = false;
    },
  };
  return { client, holding: openClientLifetime(client) };
}

it('who leaves soon after they came keeps nothing of what was made ready for them', () => {
  const { client, holding } = scene();
  const letGo = holding.prepare('session');
  const release = holding.use();
  release();
  expect(client.isIn).toBe(false);
  // The pause after which the page before lets go ends in the midst of the next visit.
  const again = holding.use();
  client.join();
  letGo();
  expect(client.isIn).toBe(true);
  again();
  expect(client.isIn).toBe(false);
});

it('what nobody came to use ends when it is let go', () => {
  const { client, holding } = scene();
  const letGo = holding.prepare('session');
  expect(client.isIn).toBe(true);
  letGo();
  expect(client.isIn).toBe(false);
});

it('in any order: it lasts while anybody uses it, and ends when nobody holds it', () => {
  const deeds = fc.array(fc.tuple(fc.constantFrom('prepare', 'use', 'end'), fc.nat(4)), { maxLength: 20 });
  fc.assert(
    fc.property(deeds, done => {
      const { client, holding } = scene();
      const held: { kind: 'prepare' | 'use'; end(): void }[] = [];
      for (const [deed, at] of done) {
        if (deed === 'end') held.splice(at, 1)[0]?.end();
        else if (deed === 'use') {
          held.push({ kind: 'use', end: holding.use() });
          client.join();
        } else held.push({ kind: 'prepare', end: holding.prepare('session') });
        if (held.some(({ kind }) => kind === 'use')) expect(client.isIn).toBe(true);
        if (held.length === 0) expect(client.isIn).toBe(false);
      }
    }),
  );
});
