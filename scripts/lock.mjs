import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Does the work while no other process on this machine does it in the same folder; a holder that died does not block. */
export async function alone(folder, work, onWait) {
  const lock = join(folder, 'lock');
  mkdirSync(folder, { recursive: true });
  while (!take(lock)) {
    onWait();
    await wait(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!alive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function alive(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (!holder) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
