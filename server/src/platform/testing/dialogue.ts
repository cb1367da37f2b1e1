import type { Personal, Recorded } from '@multaqa/shared/kernel/slice';
import type { Batch, Lease, Store } from '../store/store.ts';

export const ada = 'aaaaaaaa-0000-4000-8000-000000000001';
export const ben = 'bbbbbbbb-0000-4000-8000-000000000002';
const cleo = 'cccccccc-0000-4000-8000-000000000003';
export const dialogue = 'dddddddd-0000-4000-8000-000000000004';
const account = 'eeeeeeee-0000-4000-8000-000000000005';

/** A fact at a position. */
export const factAt = (seq: number, data: unknown = { seq }, personal: Personal | null = null): Recorded => ({
  kind: 'chat.said',
  v: 1,
  data,
  personal,
  seq,
  at: 1_000 + seq,
  actor: ada,
});

export const factsAt = (...positions: number[]): Recorded[] => positions.map(seq => factAt(seq));

/** A batch of plain facts that follows `after`. */
export const batch = (lease: Lease, after: number, change: Partial<Batch> = {}): Batch => ({
  lease,
  after,
  facts: [factAt(after + 1)],
  done: [],
  excerpt: null,
  deadline: null,
  ...change,
});

/** A dialogue without facts, and the lease of node `here` on it. */
export async function createDialogue({ doors, dialogues }: Store, id = dialogue): Promise<Lease> {
  if (!(await doors.findAccount(account))) {
    await doors.addAccount({ account, name: 'Cleo', email: null, createdAt: 0, revokedAt: null });
  }
  await dialogues.create({ dialogue: id, at: 0, facts: [], excerpt: null, owner: { account, person: cleo } });
  return take({ dialogues }, 'here', 0, id);
}

/** Takes the lease for a minute from `now`. */
export async function take({ dialogues }: Pick<Store, 'dialogues'>, node: string, now: number, id = dialogue) {
  const lease = await dialogues.lease(id, node, now, 60_000);
  if (!lease) throw new Error('another node holds the dialogue');
  return lease;
}
