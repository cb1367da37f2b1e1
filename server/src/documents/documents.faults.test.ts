import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { textHash } from '@multaqa/shared/documents/text-hash';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { startTestApp } from '../app.samples.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { openTyper, type Typer } from '../proof/typer.ts';
import { carryOut, deed } from './hostile.samples.ts';
import { openMeeting } from './meeting.samples.ts';

describe('documents when things go wrong', () => {
  it('[N1] while nothing can be written nobody is acknowledged, and what they typed is written afterwards, once', async () => {
    const { typer, ben, cleo, app } = await openMeeting();
    const [one, two] = [await typer(ben), await typer(cleo)];
    const other = new DatabaseSync(join(app.folder, 'multaqa.sqlite'));
    other.exec(
      `CREATE TRIGGER full BEFORE INSERT ON document_update BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    );
    one.type('while the disk is full');
    await expect.poll(() => one.refusals.length).toBeGreaterThan(2);
    expect(one.refusals.every(refusal => refusal === 'busy')).toBe(true);
    expect([one.acknowledged(), two.text()]).toEqual([0, '']);
    other.exec('DROP TRIGGER full');
    other.close();
    await one.saved();
    await expect.poll(two.text).toBe('while the disk is full');
  });

  it('[N1] a node that lost the lease acknowledges nothing more, and its people go on at the other', async () => {
    const { folder, remove } = temporaryFolder();
    onTestFinished(remove);
    const { typer, ben, app, dialogue, document, browserOf } = await openMeeting({ folder });
    const one = await typer(ben);
    one.type('here ');
    await one.saved();
    // Another node that has waited for the lease to run out takes it over.
    const there = await app.store.dialogues.lease(dialogue, 'there', Date.now() + 60_000, 30_000);
    one.type('and there');
    await expect.poll(() => one.socket.connected && one.access() !== null).toBe(false);
    expect(one.acknowledged()).toBe(1);
    const kept = await app.store.documents.load(dialogue, document);
    expect(kept.at).toBe(1);
    if (!there) throw new Error('the lease was not taken');
    await app.store.dialogues.release(there);
    const again = openTyper(browserOf(ben), dialogue, document, { doc: one.doc });
    onTestFinished(again.close);
    await expect.poll(async () => (await again.open().catch(() => ({ ok: false }))).ok).toBe(true);
    expect(again.text()).toBe('here and there');
  });

  it('[N6] a restart finds what was written, also after a snapshot', async () => {
    const { folder, remove } = temporaryFolder();
    const { typer, ben, app, dialogue, document } = await openMeeting({ folder });
    const one = await typer(ben);
    for (let word = 0; word < 5; word += 1) {
      one.type(`word ${word} `);
      await one.saved();
    }
    await app.close();
    const second = await startTestApp({ folder });
    onTestFinished(async () => {
      await second.stop();
      remove();
    });
    const bytes = await second.documents.read(dialogue, document);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, bytes ?? new Uint8Array());
    expect(textHash(doc)).toBe(textHash(one.doc));
    expect((await second.store.documents.load(dialogue, document)).snapshot?.at).toBe(5);
  });

  it('[N1] [N4] people who write and lose their lines in any order end with one text', async () => {
    // Nobody comes and goes as often as here.
    const meeting = await openMeeting({ rates: { take: () => true, takeFor: () => true } });
    const { ben, cleo, dina, app, dialogue } = meeting;
    const people = [ben, cleo, dina];
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('write' as const), deed }) },
      { weight: 1, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('break' as const) }) },
      { weight: 2, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('return' as const) }) },
      { weight: 1, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('wait' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async steps => {
        const docs = people.map(() => new Y.Doc());
        const typers = await Promise.all(people.map((person, at) => meeting.typer(person, { doc: docs[at] as Y.Doc })));
        const back = async (typer: Typer) => {
          if (!typer.socket.connected) typer.connect();
          await expect.poll(async () => (await typer.open().catch(() => ({ ok: false }))).ok).toBe(true);
        };
        for (const one of steps) {
          const typer = typers[one.who] as Typer;
          if (one.does === 'write') carryOut(typer.doc, one.deed);
          if (one.does === 'break') typer.socket.disconnect();
          if (one.does === 'return' && !typer.socket.connected) await back(typer);
          if (one.does === 'wait') await typer.saved();
        }
        for (const typer of typers) await back(typer);
        await Promise.all(typers.map(typer => typer.saved()));
        const hashes = () => new Set(docs.map(textHash));
        await expect.poll(() => hashes().size).toBe(1);
        const bytes = await app.documents.read(dialogue, meeting.document);
        const doc = new Y.Doc();
        if (bytes) Y.applyUpdate(doc, bytes);
        expect([...hashes()]).toEqual([textHash(doc)]);
        expect(doc.store.pendingStructs).toBeNull();
        for (const typer of typers) typer.close();
      }),
      { numRuns: 6 },
    );
  }, 90_000);
});
