import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Guest } from '../guest.ts';
import { expect } from '../test.ts';
import type { Word } from '../words.ts';

const program = promisify(execFile);

async function menuOfBoard({ page, button, word }: Guest, ...entries: readonly Word[]): Promise<void> {
  await button('moreAboutBoard').click();
  for (const entry of entries) {
    const name = word(entry);
    await page.getByRole('menuitem', { name }).or(page.getByRole('menuitemcheckbox', { name })).click();
  }
}

/** Saves a board from its menu, after what is chosen there before. */
async function saved(guest: Guest, ...entries: readonly Word[]): Promise<{ name: string; path: string }> {
  const download = guest.page.waitForEvent('download');
  await menuOfBoard(guest, ...entries);
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** The texts of a drawing and the ends at which they stand, as a browser reads it; null where it is no XML. */
async function textsIn({ page }: Guest, svg: string) {
  const reader = await page.context().browser()?.newPage();
  if (!reader) throw new Error('no browser');
  const texts = await reader.evaluate(source => {
    const read = new DOMParser().parseFromString(source, 'image/svg+xml');
    const said = [...read.querySelectorAll('text')].map(text => ({
      words: text.textContent,
      anchor: text.getAttribute('text-anchor'),
    }));
    return read.querySelector('parsererror') ? null : said;
  }, svg);
  await reader.close();
  return texts;
}

/** The board as files: called by its room and session, with these words in them as another program reads them. */
export async function boardAsFiles(guest: Guest, words: readonly string[]): Promise<void> {
  const drawing = await saved(guest, 'saveDrawing');
  expect(drawing.name).toMatch(/ What is missing\.svg$/);
  expect(drawing.name).toMatch(/^(Board|اللوح) /);
  const texts = await textsIn(guest, await readFile(drawing.path, 'utf8'));
  for (const one of words) expect(texts?.map(text => text.words)).toContain(one);
  // Words of a frame or of a text stand at the end of their room where they run from right to left.
  const heading = texts?.find(text => text.words === words[0]);
  expect(heading?.anchor).toBe(/\p{Script=Arabic}/u.test(words[0] ?? '') ? 'end' : 'start');
  const paper = await saved(guest, 'savePdf');
  expect(paper.name).toMatch(/\.pdf$/);
  const { stdout } = await program('pdftotext', [paper.path, '-']);
  const plain = stdout.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  for (const one of words) expect(plain).toContain(one);
  // With what only hosts see it is another file.
  const own = await saved(guest, 'withHostsLayer', 'saveDrawing');
  expect(own.name).toMatch(/hosts’ layer|طبقة فريق التيسير/);
}

/** Puts a picture on the clipboard of a page, as another program does. */
const copyPictureIn = ({ page }: Guest): Promise<void> =>
  page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [320, 200];
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#0b6b6b';
    pen.fillRect(40, 40, 240, 120);
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve));
    if (!blob) throw new Error('no picture');
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  });

/** Images that come by paste and by dropping a file; each is asked about once, and the board goes away as a picture. */
export async function imagesOfBoard(guest: Guest, description: string): Promise<void> {
  const { page, field, word } = guest;
  const board = page.getByRole('application');
  await copyPictureIn(guest);
  await board.focus();
  await page.keyboard.press('Control+v');
  await field('whatItShows').fill(description);
  await page.keyboard.press('Enter');
  await expect(field('whatItShows')).toHaveCount(0);
  await expect(board).toBeFocused();

  await board.evaluate(async element => {
    const [picture] = await navigator.clipboard.read();
    const blob = await picture?.getType('image/png');
    const data = new DataTransfer();
    data.items.add(new File([blob ?? ''], 'well.png', { type: 'image/png' }));
    const { x, y } = element.getBoundingClientRect();
    const place = { clientX: x + 60, clientY: y + 60, bubbles: true, cancelable: true, dataTransfer: data };
    for (const kind of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(kind, place));
  });
  await expect(field('whatItShows')).toBeVisible();
  await field('whatItShows').press('Escape');
  await expect(field('whatItShows')).toHaveCount(0);

  await page.evaluate(() => navigator.clipboard.writeText(''));
  await menuOfBoard(guest, 'copyAsPicture');
  await expect(page.getByText(word('pictureCopied'))).toBeVisible();
  const size = await page.evaluate(async () => {
    const [picture] = await navigator.clipboard.read();
    const blob = await picture?.getType('image/png');
    return blob ? (await createImageBitmap(blob)).width : 0;
  });
  expect(size).toBeGreaterThan(320);
}
