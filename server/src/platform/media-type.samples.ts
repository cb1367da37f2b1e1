import { crc32 } from 'node:zlib';

const header = (signature: number, fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  buffer.writeUInt32LE(signature);
  let at = 4;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

/** A ZIP archive of these files, uncompressed (PKWARE APPNOTE 4.3). */
export function zipOf(files: readonly (readonly [name: string, content: string])[]): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of files) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
    const common = [
      [2, 20],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    ] as const;
    const local = Buffer.concat([header(0x04034b50, common), path, bytes]);
    locals.push(local);
    const central = [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]] as const;
    entries.push(Buffer.concat([header(0x02014b50, central), path]));
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = [
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  ] as const;
  return Buffer.concat([...locals, directory, header(0x06054b50, end)]);
}

const typeOfPart = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/part.xml" ContentType="${type}.main+xml"/></Types>`;

/** The smallest files of each kind that rooms are given, by media type. */
export const smallFiles: { readonly [type: string]: Buffer } = {
  'application/pdf': Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  'image/png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  'image/webp': Buffer.from('524946461a000000574542505650384c0d0000002f0000001007', 'hex'),
  'text/plain': Buffer.from('town;people\nSfax;272801\nصفاقس;272801\n'),
  ...Object.fromEntries(
    ['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map(kind => {
      const type = `application/vnd.openxmlformats-officedocument.${kind}`;
      return [
        type,
        zipOf([
          ['[Content_Types].xml', typeOfPart(type)],
          ['part.xml', '<part/>'],
        ]),
      ];
    }),
  ),
  ...Object.fromEntries(
    ['text', 'spreadsheet', 'presentation'].map(kind => {
      const type = `application/vnd.oasis.opendocument.${kind}`;
      return [
        type,
        zipOf([
          ['mimetype', type],
          ['content.xml', '<office/>'],
        ]),
      ];
    }),
  ),
};
