import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../limits.ts';
import { fileEndings, kindNamed, kindOf, mediaTypeOf, partAt, partsOf, savedName } from './files.ts';
import { fileKinds } from './prepared.ts';

describe('the parts of a file', () => {
  test('follow each other from the first byte to the last, each as long as a part may be but for the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: limits.fileBytes }), size => {
        const parts = Array.from({ length: partsOf(size) }, (_, at) => partAt(size, at));
        expect(parts[0]?.[0]).toBe(0);
        expect(parts.at(-1)?.[1]).toBe(size);
        for (const [at, [from, to]] of parts.entries()) {
          const isLast = at === parts.length - 1;
          expect(to - from).toBe(isLast ? size - at * limits.filePartBytes : limits.filePartBytes);
          expect(to).toBeGreaterThan(from);
        }
        const [from, to] = partAt(size, parts.length);
        expect(to - from).toBe(0);
      }),
    );
  });

  test('of the largest file go at once', () => {
    expect(partsOf(limits.fileBytes)).toBe(limits.fileBytes / limits.filePartBytes);
  });
});

describe('the kind of a file', () => {
  test.each(fileKinds)('%s has a media type that leads back to it, or to text', kind => {
    const found = kindOf(mediaTypeOf(kind));
    expect(found).toBe(kind === 'csv' ? 'txt' : kind);
    expect(fileEndings).toContain(`.${kind}`);
  });

  test('is what is in it; a name tells a table from other text and nothing else', () => {
    expect([kindNamed('txt', 'Towns.CSV'), kindNamed('txt', 'towns.pdf'), kindNamed('pdf', 'towns.csv')]).toEqual([
      'csv',
      'txt',
      'pdf',
    ]);
    expect(kindOf('application/zip')).toBeNull();
  });

  test('is in the name under which a file is saved', () => {
    const names = ['plan.pdf', 'plan', 'photo.JPG', 'run.exe', 'towns.csv'] as const;
    expect(names.map(name => savedName(name, name === 'photo.JPG' ? 'jpeg' : 'txt'))).toEqual([
      'plan.pdf.txt',
      'plan.txt',
      'photo.JPG',
      'run.exe.txt',
      'towns.csv',
    ]);
  });
});
