/**
 * A program for tests that kill it: appends to the dialogue `victim` in the data folder given and prints the
 * position after each acknowledged batch, until it is killed.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

const [, , folder = ''] = process.argv;
const store = await openStore({ kind: 'sqlite', folder });
if (!(await store.dialogues.exists('victim'))) await createVictim(store);
const lease = await store.dialogues.lease('victim', 'node', Date.now(), 60_000);
if (!lease) throw new Error('another node holds the dialogue');
const { facts } = await store.dialogues.load('victim');
for (let after = facts.length; ; after += 2) {
  const result = await store.dialogues.append({
    lease,
    after,
    facts: [fact(after + 1), fact(after + 2)],
    done: [{ command: `command-${after + 2}`, actor: 'ada', seq: after + 2 }],
    excerpt: null,
    deadline: after + 2,
  });
  if (result !== 'appended') throw new Error(result);
  writeSync(1, `${after + 2}\n`);
}

async function createVictim({ doors, dialogues }: Store): Promise<void> {
  await doors.addAccount({ account: 'cleo', name: 'Cleo', email: null, createdAt: 0, revokedAt: null });
  await dialogues.create({
    dialogue: 'victim',
    at: 0,
    facts: [],
    excerpt: null,
    owner: { account: 'cleo', person: 'cleo' },
  });
}

function fact(seq: number) {
  const personal = { person: 'ada', name: `Ada ${seq}`, email: null };
  return { kind: 'chat.said', v: 1, data: { text: `text ${seq}` }, personal, seq, at: seq, actor: 'ada' };
}
