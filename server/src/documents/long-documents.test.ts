import { randomBytes } from 'node:crypto';
import { limits } from '@multaqa/shared/limits';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openMeeting } from './meeting.samples.ts';

describe('a long document', () => {
  it('[N1] a long paste goes in parts and comes in parts; one byte more than allowed does not', async () => {
    const { typer, ben, cleo } = await openMeeting();
    const one = await typer(ben);
    const long = `مرحبا ${randomBytes(100_000).toString('hex')}`;
    one.type(long);
    await one.saved();
    expect(Y.encodeStateAsUpdate(one.doc).length).toBeGreaterThan(3 * limits.documentPartBytes);
    const two = await typer(cleo);
    expect(two.text()).toContain(long);
    expect(two.parts()).toBeGreaterThan(1);
    expect(await one.send(new Uint8Array(limits.documentUpdateBytes + 1))).toMatchObject({ refusal: 'too-large' });
    expect(await one.send(Y.encodeStateAsUpdate(one.doc).slice(0, 100))).toMatchObject({ refusal: 'malformed' });
  });

  it('[N1] who opens a long document while others write has all of it', async () => {
    const { typer, ben, cleo } = await openMeeting();
    const one = await typer(ben);
    one.type(randomBytes(400_000).toString('hex'));
    await one.saved();
    const writing = setInterval(() => one.type('.'), 3);
    const openers = [await typer(cleo)];
    // Packing takes longer than a tick, but who comes first may still be lucky.
    while (openers.every(({ since }) => since() === null) && openers.length < 8) openers.push(await typer(cleo));
    clearInterval(writing);
    await one.saved();
    expect(openers.at(-1)?.since()).not.toBeNull();
    for (const { text, doc } of openers) {
      await expect.poll(() => text() === one.text()).toBe(true);
      expect(doc.store.pendingStructs).toBeNull();
    }
  });
});
