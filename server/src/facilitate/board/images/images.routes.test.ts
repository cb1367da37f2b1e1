import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { noteOf, plain, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { limits } from '@multaqa/shared/limits';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Browser, newId } from '../../../app.samples.ts';
import { openMeeting } from '../../../documents/meeting.samples.ts';
import { smallFiles } from '../../../platform/media-type.samples.ts';

async function openBoard() {
  const meeting = await openMeeting();
  const { dialogue, session } = meeting;
  const path = (file: string, room = 'plenary') => `/dialogues/${dialogue}/board/${session}/${room}/images/${file}`;
  const give = async (by: Browser, file: string, bytes: Uint8Array, room = 'plenary') => {
    const response = await fetch(`${by.url}/api${path(file, room)}`, {
      method: 'POST',
      headers: { origin: by.url, cookie: by.cookie, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const read = async (by: Browser, file: string, room = 'plenary') => {
    const response = await fetch(`${by.url}/api${path(file, room)}`, { headers: { cookie: by.cookie } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  return { ...meeting, path, give, read };
}

const blank = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({
    create: { width, height, channels, background: { r: 200, g: 100, b: 50, alpha: 0.5 } },
    limitInputPixels: false,
  });

test('an image is made smaller, turned upright and rid of where it was taken', async () => {
  const { give, read, ben, cleo, browserOf } = await openBoard();
  const taken = await blank(3_000, 1_000)
    .withExif({ IFD0: { Copyright: 'Ada was here' }, IFD3: { GPSLatitude: '36/1 48/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const file = newId();
  const side = limits.boardImageSide;
  expect(await give(browserOf(ben), file, taken)).toEqual({
    status: 200,
    body: { file, width: Math.round(side / 3), height: side, left: limits.boardImages - 1 },
  });
  const { headers, bytes } = await read(browserOf(cleo), file);
  expect(headers.get('content-type')).toBe('image/jpeg');
  expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  const { width, exif } = await sharp(bytes).metadata();
  expect([width, exif]).toEqual([Math.round(side / 3), undefined]);
});

test('what is partly clear stays so; the same image again is there once', async () => {
  const { give, read, ben, browserOf } = await openBoard();
  const file = newId();
  const clear = await blank(40, 30, 4).png().toBuffer();
  const first = await give(browserOf(ben), file, clear);
  expect([first, await give(browserOf(ben), file, clear)]).toEqual([first, first]);
  expect((await sharp((await read(browserOf(ben), file)).bytes).metadata()).hasAlpha).toBe(true);
});

test('an image of too many pixels, of another kind or a broken one is refused in words of its own', async () => {
  const { give, ben, browserOf } = await openBoard();
  const refusal = async (bytes: Uint8Array) => (await give(browserOf(ben), newId(), bytes)).body.refusal;
  const huge = await blank(10_000, 10_000).png({ compressionLevel: 1 }).toBuffer();
  expect(huge.length).toBeLessThan(limits.boardImageBytes);
  expect(await refusal(huge)).toBe('board.image-pixels');
  expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe(
    'board.image-kind',
  );
  expect(await refusal(smallFiles['application/pdf'] ?? Buffer.alloc(0))).toBe('board.image-kind');
  expect(await refusal((await blank(400, 400).png().toBuffer()).subarray(0, 200))).toBe('board.image-kind');
  expect(await refusal(Buffer.alloc(0))).toBe('board.image-kind');
  expect((await give(browserOf(ben), newId(), Buffer.alloc(limits.boardImageBytes + 1))).status).toBe(413);
});

test('who may not write on a board gives it no image, and no image is read through another board', async () => {
  const { give, read, dialogue, session, organiser, ben, browserOf } = await openBoard();
  const small = await blank(20, 20).png().toBuffer();
  expect((await give(browserOf(ben), newId(), small, newId())).status).toBe(404);
  const file = newId();
  await give(browserOf(ben), file, small);
  expect((await read(browserOf(ben), file, newId())).status).toBe(404);
  await organiser.command('sessions.close', { session });
  expect((await give(browserOf(ben), newId(), small)).status).toBeGreaterThanOrEqual(403);
  const other = await fetch(`${browserOf(ben).url}/api/dialogues/${dialogue}/files/${file}`, {
    headers: { cookie: browserOf(ben).cookie },
  });
  expect(other.status).toBe(404);
});

test('images of boards stay when files that no room was given are let go of, and are in the files of their board', async () => {
  const { app, give, read, dialogue, session, organiser, ben, browserOf } = await openBoard();
  const file = newId();
  await give(browserOf(ben), file, await blank(20, 20).png().toBuffer());
  const ada = browserOf(organiser.me());
  expect((await ada.post(`/dialogues/${dialogue}/files/${file}/discard`)).body).toEqual({ refusal: 'files.given' });
  expect((await read(browserOf(ben), file)).status).toBe(200);
  await app.documents.edit(dialogue, `board:${session}/plenary`, ben, doc => {
    const at = [0, 0, 100, 100, 0] as [number, number, number, number, number];
    addThing(doc, thingId(0), { ...plain, kind: 'image', at, colour: 'grey', file, alt: 'A map' });
    addThing(doc, thingId(1), noteOf('Ben', { at: [200, 0, 200, 200, 0] }));
  });
  const saved = await fetch(`${ada.url}/api/dialogues/${dialogue}/board/${session}/plenary/file/svg`, {
    headers: { cookie: ada.cookie },
  });
  expect(await saved.text()).toContain('href="data:image/jpeg;base64,');
});
