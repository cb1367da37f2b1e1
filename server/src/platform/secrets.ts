import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSecret } from './secret-file.ts';

export type Secrets = {
  /** This installation's name in leases. */
  node: string;
  /** The token of a join link: 256 bits that only this installation can make again, so that a link can be copied twice and still only its hash be kept. */
  joinToken(dialogue: string, person: string, version: number): string;
  /** The token of a one-time organiser link, by the number that its mail job carries, so that no stored job can open a door. */
  organiserToken(link: string): string;
  /** 32 bytes that the keys of ballot papers follow from. */
  ballotSeed: Uint8Array;
};

/** Reads the data folder's secret, or makes it on first start (mode 0600); rejects with `UnusableSecret` when it cannot be used. */
export async function openSecrets(folder: string): Promise<Secrets> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = await readSecret(join(folder, 'secret'));
  const derive = (purpose: string) => createHmac('sha256', Buffer.from(secret, 'hex')).update(purpose).digest();
  return {
    node: derive('node').toString('hex').slice(0, 16),
    joinToken: (dialogue, person, version) => derive(`join ${dialogue} ${person} ${version}`).toString('base64url'),
    ballotSeed: Uint8Array.from(derive('ballots')),
    organiserToken: link => derive(`organiser ${link}`).toString('base64url'),
  };
}

/** 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
