import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The secret file does not hold a secret; the message tells the operator what to do. */
export class UnusableSecret extends Error {}

/**
 * The secret of 256 bits in the file at `path`, made when there is none. It is there as a whole or not at all, on disk
 * before this resolves, and servers that start at once agree on one.
 * Rejects with `UnusableSecret` when the file holds anything but 64 hexadecimal digits.
 */
export async function readSecret(path: string): Promise<string> {
  const kept = (await read(path)) ?? (await makeOnce(path));
  const secret = kept.trim() === '' ? await makeAgain(path) : kept.trim();
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new UnusableSecret(advice(path));
  return secret;
}

const advice = (path: string): string =>
  `The file ${path} does not hold this installation's secret, 64 hexadecimal digits: it was cut off or overwritten.
Restore it from the backup. Or delete it and start again: a new one is made, and all join links that were handed out
stop working, so that organisers must copy and send new ones.`;

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Writes a new secret unless the file is there, and returns what is in it then. A link is made once, whoever tries. */
async function makeOnce(path: string): Promise<string> {
  const written = await write(path, randomBytes(32).toString('hex'));
  try {
    await link(written, path);
  } catch (error) {
    // Another server was first: its secret counts.
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(written);
  }
  await syncFolder(path);
  return readFile(path, 'utf8');
}

/**
 * Replaces an empty file, which was never finished. The candidate beside it is made once and stays, so that servers that
 * start at once replace the file by the same secret, whoever comes last.
 */
async function makeAgain(path: string): Promise<string> {
  const secret = (await makeOnce(`${path}.again`)).trim();
  await rename(await write(path, secret), path);
  await syncFolder(path);
  return secret;
}

/** Writes a secret into a file of its own beside `path`, on disk when this resolves. */
async function write(path: string, secret: string): Promise<string> {
  const place = `${path}.${randomUUID()}`;
  const file = await open(place, 'wx', 0o600);
  try {
    await file.writeFile(`${secret}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return place;
}

/** The names in a folder are on disk once the folder is; Windows opens no folder and keeps names by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
