import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../process.mjs';

/** Fetches the sources of a Debian package as its authors released them, unpacked into `target`; checked by apt's signatures. */
export async function fetchDebianSource(name, target, scratch) {
  const lists = join(scratch, 'lists');
  mkdirSync(join(lists, 'partial'), { recursive: true });
  const sources = writeSourceList(scratch);
  const options = [
    ...['-o', `Dir::Etc::sourcelist=${sources}`],
    ...['-o', 'Dir::Etc::sourceparts=/dev/null'],
    ...['-o', `Dir::State::lists=${lists}`],
    ...['-o', `Dir::Cache=${join(scratch, 'cache')}`],
    ...['-o', 'APT::Sandbox::User='],
  ];
  await must('apt-get', [...options, 'update', '-q'], { cwd: scratch });
  await must('apt-get', [...options, 'source', '--download-only', '-q', name], { cwd: scratch });
  const archive = readdirSync(scratch).find(file => file.includes('.orig.tar.') && !file.endsWith('.asc'));
  if (!archive) throw new Error(`Debian has no released sources of ${name}`);
  const unpacked = join(scratch, 'unpacked');
  mkdirSync(unpacked);
  await must('tar', ['xf', join(scratch, archive), '-C', unpacked]);
  const [folder] = readdirSync(unpacked);
  renameSync(join(unpacked, folder), target);
}

// Most machines list binary packages only; a copy of their own list with the other kind needs no change to the machine.
function writeSourceList(scratch) {
  const stanzas = '/etc/apt/sources.list.d/debian.sources';
  const [from, name, pattern, replacement] = existsSync(stanzas)
    ? [stanzas, 'own.sources', /^Types:.*$/gm, 'Types: deb-src']
    : ['/etc/apt/sources.list', 'own.list', /^deb /gm, 'deb-src '];
  const path = join(scratch, name);
  writeFileSync(path, readFileSync(from, 'utf8').replace(pattern, replacement));
  return path;
}
