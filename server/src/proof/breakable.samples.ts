import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { slices, stateQueries } from '@multaqa/shared/dialogue';
import { composeRules } from '@multaqa/shared/kernel/rules';
import type { AnySlice } from '@multaqa/shared/kernel/slice';

const members = ['decide', 'evolve', 'view', 'own', 'deadline', 'tick', 'follow', 'outcome', 'asks'] as const;
type Member = (typeof members)[number];

// Threads have modules of their own: what is armed, they read here.
const note = join(tmpdir(), `multaqa-armed-${process.pid}`);
let armed = '';

export const cases: { slice: string; member: Member }[] = [];

/** The slices of every dialogue, of which one member throws while it is armed. In threads only reports break: what reads the log there is whole. */
export const rules = composeRules(Object.values(slices).map(breakable), stateQueries);

export function arm(slice: string, member: Member): void {
  armed = `${slice}.${member}`;
  writeFileSync(note, armed);
}

export function disarm(): void {
  armed = '';
  rmSync(note, { force: true });
}

function breakable(slice: AnySlice): AnySlice {
  const changed: Record<string, unknown> = { ...slice };
  for (const member of members) {
    const work = slice[member];
    if (!work) continue;
    cases.push({ slice: slice.name, member });
    changed[member] = typeof work === 'function' ? broken(slice, member, work) : brokenTable(slice, member, work);
  }
  return changed as AnySlice;
}

/** A table of functions, or of reads with an `answer` each. */
function brokenTable(slice: AnySlice, member: Member, table: object) {
  const entries = Object.entries(table).map(([name, entry]) => [
    name,
    typeof entry === 'function'
      ? broken(slice, member, entry)
      : { ...entry, answer: broken(slice, member, entry.answer) },
  ]);
  return Object.fromEntries(entries);
}

function broken(slice: AnySlice, member: Member, work: (...input: never[]) => unknown) {
  return (...input: never[]) => {
    const name = `${slice.name}.${member}`;
    if (isArmed(name, member)) throw new Error(`${name} is broken`);
    return work(...input);
  };
}

function isArmed(name: string, member: Member): boolean {
  if (isMainThread) return armed === name;
  return member === 'outcome' && existsSync(note) && readFileSync(note, 'utf8') === name;
}
