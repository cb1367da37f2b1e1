import { describe, expect, it } from 'vitest';
import { createDialogue, dialogue } from '../testing/dialogue.ts';
import type { Bench } from '../testing/store-bench.ts';

export function filesSuite(bench: Bench): void {
  describe('files', () => {
    const most = { files: 3, bytes: 100 };
    const begin = async () => {
      await createDialogue(bench.store);
      const add = (file: string, size: number, of = dialogue) =>
        bench.store.files.begin(of, { file, size, createdAt: 7 }, most);
      return { add };
    };

    it('is read in the parts that came, also after a restart', async () => {
      const { add } = await begin();
      await add('map', 9);
      const { files } = bench.store;
      expect(await files.addPart(dialogue, 'map', 0, 'AAAA')).toBe(true);
      expect(await files.addPart(dialogue, 'map', 1, 'BBBB')).toBe(true);
      await files.complete(dialogue, 'map', 'image/png');
      const again = (await bench.reopen()).files;
      expect(await again.find(dialogue, 'map')).toEqual({
        file: 'map',
        size: 9,
        parts: 2,
        type: 'image/png',
        createdAt: 7,
      });
      expect([await again.part(dialogue, 'map', 0), await again.part(dialogue, 'map', 1)]).toEqual(['AAAA', 'BBBB']);
      expect(await again.part(dialogue, 'map', 2)).toBeNull();
    });

    it('keeps each part once, in its order, and none after the last', async () => {
      const { add } = await begin();
      await add('map', 9);
      const { files } = bench.store;
      expect(await files.addPart(dialogue, 'map', 1, 'early')).toBe(false);
      const rivals = await Promise.all(['one', 'two'].map(part => files.addPart(dialogue, 'map', 0, part)));
      expect(rivals.filter(Boolean)).toHaveLength(1);
      await files.complete(dialogue, 'map', 'image/png');
      expect(await files.addPart(dialogue, 'map', 1, 'late')).toBe(false);
      expect(await files.addPart(dialogue, 'none', 0, 'lost')).toBe(false);
    });

    it('begins once: the same again changes nothing, another size is another file', async () => {
      const { add } = await begin();
      expect([await add('map', 9), await add('map', 9), await add('map', 10)]).toEqual(['begun', 'begun', 'taken']);
      expect(await bench.store.files.all(dialogue)).toHaveLength(1);
    });

    it('takes as many bytes as a dialogue may have and not one more, also when files come at once', async () => {
      const { add } = await begin();
      const results = await Promise.all([add('one', 60), add('two', 60)]);
      expect(results.toSorted()).toEqual(['begun', 'full']);
      expect([await add('three', 41), await add('four', 40)]).toEqual(['full', 'begun']);
    });

    it('takes as many files as a dialogue may have; another dialogue has its own', async () => {
      const { add } = await begin();
      for (const file of ['one', 'two', 'three']) expect(await add(file, 1)).toBe('begun');
      expect(await add('four', 1)).toBe('full');
      await createDialogue(bench.store, 'another');
      expect(await add('one', 5, 'another')).toBe('begun');
      expect(await bench.store.files.find(dialogue, 'one')).toMatchObject({ size: 1 });
    });

    it('is gone with its parts when it is removed', async () => {
      const { add } = await begin();
      await add('map', 9);
      await bench.store.files.addPart(dialogue, 'map', 0, 'V2hvIGlzIHRoaXM=');
      await bench.store.files.remove(dialogue, ['map', 'none']);
      await bench.store.files.remove(dialogue, []);
      expect(await bench.store.files.find(dialogue, 'map')).toBeNull();
      expect(await bench.store.files.part(dialogue, 'map', 0)).toBeNull();
    });
  });
}
