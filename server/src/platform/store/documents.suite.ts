import { describe, expect, it } from 'vitest';
import { ada, ben, createDialogue, dialogue, take } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';
import type { DocumentBatch, DocumentUpdate, DocumentVersion } from './store.ts';

const document = 'notes:room/plenary';
const batch = (after: number, change: Partial<DocumentBatch> = {}): DocumentBatch => ({
  document,
  after,
  updates: [{ person: ada, base64: `u${after + 1}` }],
  clients: [],
  ...change,
});
const version = (name: string, writtenAt: number, change: Partial<DocumentVersion> = {}) => ({
  ...{ version: name, kind: 'named' as const, title: name, person: ada, writtenAt, at: 1, whole: `bytes of ${name}` },
  ...change,
});

export function documentsSuite(bench: Bench): void {
  describe('documents', () => {
    const begin = async () => {
      const lease = await createDialogue(bench.store);
      const write = async (upTo: number) => {
        for (let at = 0; at < upTo; at += 1) await bench.store.documents.append(lease, 7, [batch(at)]);
      };
      return { lease, write, documents: bench.store.documents };
    };
    const load = async () => (await bench.reopen()).documents.load(dialogue, document);
    const positions = async () => (await load()).updates.map(({ at }) => at);

    it('[T1] gives what was written back in order, also after a restart', async () => {
      const { lease, documents } = await begin();
      expect(await documents.load(dialogue, document)).toEqual({ snapshot: null, updates: [], clients: [], at: 0 });
      const other: DocumentBatch = { ...batch(0), document: 'notes:another' };
      const updates: DocumentUpdate[] = [
        { person: ada, base64: 'one' },
        { person: 'engine', base64: 'two' },
      ];
      expect(await documents.append(lease, 7, [batch(0, { updates }), other])).toBe('appended');
      expect(await documents.append(lease, 8, [batch(2, { clients: [{ client: 4_294_967_295, person: ada }] })])).toBe(
        'appended',
      );
      expect(await load()).toEqual({
        snapshot: null,
        updates: [
          { at: 1, person: ada, base64: 'one', writtenAt: 7 },
          { at: 2, person: 'engine', base64: 'two', writtenAt: 7 },
          { at: 3, person: ada, base64: 'u3', writtenAt: 8 },
        ],
        clients: [{ client: 4_294_967_295, person: ada }],
        at: 3,
      });
    });

    it('[T2] a batch is there as a whole or not at all, and a position is taken once', async () => {
      const { lease, documents, write } = await begin();
      await write(1);
      const other: DocumentBatch = { ...batch(0), document: 'notes:another' };
      expect(await documents.append(lease, 7, [other, batch(0)])).toBe('conflict');
      expect((await documents.load(dialogue, 'notes:another')).updates).toEqual([]);
      const rivals = await Promise.all([ada, ben].map(() => documents.append(lease, 7, [batch(1)])));
      expect(rivals.toSorted()).toEqual(['appended', 'conflict']);
    });

    it('[T3] who lost the lease writes nothing more', async () => {
      const { lease, documents, write } = await begin();
      await write(1);
      await take(bench.store, 'there', Number.MAX_SAFE_INTEGER - 120_000);
      expect(await documents.append(lease, 7, [batch(1)])).toBe('fenced');
      expect(await documents.saveSnapshot(lease, document, { at: 1, whole: 's', vector: {} })).toBe('fenced');
      expect(await documents.addVersion(lease, document, version('v', 1), 5)).toBe('fenced');
      expect(await load()).toMatchObject({ snapshot: null, at: 1 });
    });

    it('[T4] a client id is one person’s for good, also when they are forgotten', async () => {
      const { lease, documents } = await begin();
      const claim = (person: string) => [batch(0, { updates: [], clients: [{ client: 5, person }] })];
      expect(await documents.append(lease, 7, claim(ada))).toBe('appended');
      expect(await documents.append(lease, 7, claim(ada))).toBe('appended');
      expect(await documents.append(lease, 7, claim(ben))).toBe('conflict');
      await documents.append(lease, 7, [batch(0)]);
      await documents.addVersion(lease, document, version('v', 1), 5);
      await bench.store.dialogues.erase(dialogue, ada);
      expect(await documents.append(lease, 7, claim(ben))).toBe('conflict');
      expect(await load()).toMatchObject({ updates: [{ person: null }], clients: [{ client: 5, person: null }] });
      expect(await bench.store.documents.versions(dialogue, document)).toMatchObject([{ person: null }]);
    });

    it('[T5] a snapshot takes the place of what it holds; the one before stays in case it is damaged', async () => {
      const { lease, documents, write } = await begin();
      await write(4);
      const save = (at: number) => documents.saveSnapshot(lease, document, { at, whole: `s${at}`, vector: { 1: at } });
      expect(await save(2)).toBe('saved');
      expect(await load()).toMatchObject({ snapshot: { at: 2, whole: 's2' }, at: 4 });
      expect(await bench.store.documents.saveSnapshot(lease, document, { at: 4, whole: 's4', vector: { 1: 4 } })).toBe(
        'saved',
      );
      expect(await positions()).toEqual([]);
      bench.place.run(`UPDATE document_snapshot SET base64 = 'damaged' WHERE at = 4`);
      expect(await load()).toMatchObject({ snapshot: { at: 2, whole: 's2' }, updates: [{ at: 3 }, { at: 4 }], at: 4 });
    });

    it('[T6] no snapshot takes the place of a better one', async () => {
      const { lease, documents, write } = await begin();
      await write(4);
      const save = (at: number, vector: Record<string, number>) =>
        documents.saveSnapshot(lease, document, { at, whole: `s${at}`, vector });
      expect(await save(3, { 1: 5, 2: 1 })).toBe('saved');
      expect(await save(2, { 1: 9, 2: 9 })).toBe('worse');
      expect(await save(3, { 1: 9, 2: 9 })).toBe('worse');
      expect(await save(4, { 1: 5 })).toBe('worse');
      expect(await save(4, { 1: 4, 2: 1 })).toBe('worse');
      expect(await load()).toMatchObject({ snapshot: { at: 3 }, at: 4 });
      expect(await bench.store.documents.saveSnapshot(lease, document, { at: 4, whole: '', vector: {} })).toBe('worse');
    });

    it('[T8] knows which documents have something that was not noticed', async () => {
      const { lease, write } = await begin();
      await write(3);
      const { documents } = await bench.reopen().then(() => bench.store);
      expect(await documents.unnoticed(dialogue)).toEqual([document]);
      await documents.notice(dialogue, document, 3);
      await documents.notice(dialogue, document, 2);
      expect(await documents.unnoticed(dialogue)).toEqual([]);
      await documents.append(lease, 7, [batch(3)]);
      await documents.saveSnapshot(lease, document, { at: 4, whole: 's', vector: {} });
      expect(await documents.unnoticed(dialogue)).toEqual([document]);
    });

    it('[T7] keeps versions with a name, and of the others the newest', async () => {
      const { lease, documents } = await begin();
      const auto = { kind: 'auto' as const, title: null };
      await documents.addVersion(lease, document, version('first', 1, auto), 2);
      await documents.addVersion(lease, document, version('named', 2), 2);
      await documents.addVersion(lease, document, version('second', 3, auto), 2);
      await documents.addVersion(lease, document, version('third', 4, auto), 2);
      const again = (await bench.reopen()).documents;
      const found = await again.versions(dialogue, document);
      expect(found.map(({ version }) => version)).toEqual(['named', 'second', 'third']);
      expect(found[0]).toEqual({ version: 'named', kind: 'named', title: 'named', person: ada, writtenAt: 2, at: 1 });
      expect(await again.version(dialogue, document, 'named')).toBe('bytes of named');
      expect(await again.version(dialogue, document, 'first')).toBeNull();
    });
  });
}
