import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallFiles, zipOf } from './media-type.samples.ts';
import { mediaTypeIn } from './media-type.ts';

describe('the media type of a file is what is in it', () => {
  test.each(Object.entries(smallFiles))('%s', async (type, bytes) => {
    expect(await mediaTypeIn(bytes)).toBe(type);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffbeyond', 'utf16le'), 'text/plain'],
    ['Windows-1256, as spreadsheets write Arabic', Buffer.from('e4c7c920ede6e3', 'hex'), 'text/plain'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain'],
    ['an archive of anything', zipOf([['run.sh', 'rm -r /']]), 'application/zip'],
    ['a document with macros', macros(), 'application/vnd.ms-word.document.macroenabled.12'],
    ['a program', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(64)]), 'application/x-elf'],
    ['bytes of no kind', Buffer.from([1, 2, 3, 0, 4]), null],
    [
      'a table that begins as bitmaps do',
      Buffer.from('BMW;Bayern;Munich and its surroundings, all of them;1'),
      'text/plain',
    ],
  ])('%s', async (_, bytes, type) => {
    expect(await mediaTypeIn(bytes)).toBe(type);
  });

  test('whatever the bytes are, they are looked at to the end', async () => {
    const anyBytes = fc.uint8Array({ maxLength: 300, size: 'max' });
    const beginnings = fc.constantFrom(Buffer.alloc(0), ...Object.values(smallFiles));
    await fc.assert(
      fc.asyncProperty(beginnings, fc.nat(200), anyBytes, async (begin, cut, bytes) => {
        const found = await mediaTypeIn(Buffer.concat([begin.subarray(0, cut), bytes]));
        expect(found === null || found.includes('/')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function macros(): Buffer {
  const type = 'application/vnd.ms-word.document.macroEnabled';
  return zipOf([['[Content_Types].xml', `<Types><Override ContentType="${type}.main+xml"/></Types>`]]);
}
