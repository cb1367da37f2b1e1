import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, start } from './child.ts';
import { temporaryFolder } from './folder.ts';

/** A PostgreSQL server of a test's own. */
export type TestPostgres = {
  /** Makes an empty database and returns its address. */
  createDatabase(name: string): string;
  /** The whole content of a database as text. */
  dump(name: string): string;
  /** The files of some tables as they are on the disk, deleted rows included. */
  pages(name: string, tables: readonly string[]): string;
  /** Runs one statement and returns what psql prints. */
  run(name: string, sql: string): string;
  stop(): Promise<void>;
};

/** Starts a server on a socket in a temporary folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const { folder, remove } = temporaryFolder();
  const data = join(folder, 'data');
  const user = ownerOfServer();
  chownSync(folder, user.uid, user.gid);
  const as = { ...user, cwd: folder };
  execFileSync(
    binary('initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    as,
  );
  // What the tests check is what is committed, not what survives the loss of power: without fsync they are quick.
  const options = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const server = await start(binary('postgres'), options, 'ready to accept connections', as);
  const client = ['-h', folder, '-U', 'test'];
  return {
    createDatabase(name) {
      execFileSync(binary('createdb'), [...client, name]);
      return `postgres://test@localhost/${name}?host=${folder}`;
    },
    dump: name => execFileSync(binary('pg_dump'), [...client, name], { encoding: 'utf8' }),
    pages(name, tables) {
      const psql = (sql: string) =>
        execFileSync(binary('psql'), [...client, '-d', name, '-qAtc', sql], { encoding: 'utf8' }).trim();
      psql('CHECKPOINT');
      return tables
        .map(table => psql(`SELECT pg_relation_filepath('${table}')`))
        .map(path => readFileSync(join(data, path), 'latin1'))
        .join('');
    },
    run: (name, sql) => execFileSync(binary('psql'), [...client, '-d', name, '-qAtc', sql], { encoding: 'utf8' }),
    stop: () => end(server, 'SIGINT').then(remove),
  };
}

/** False where PostgreSQL is not installed. */
export const hasPostgres = (): boolean => binaries !== undefined;

const versions = '/usr/lib/postgresql';
const binaries = existsSync(versions)
  ? readdirSync(versions)
      .map(version => join(versions, version, 'bin'))
      .find(folder => existsSync(join(folder, 'initdb')))
  : undefined;

const binary = (name: string): string => join(binaries ?? '', name);

/** The server refuses to run as root. */
function ownerOfServer(): { uid: number; gid: number } {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) return { uid, gid };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
