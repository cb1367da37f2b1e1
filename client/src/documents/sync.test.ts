import type { DocumentRefusal, DocumentReply, DocumentRequestName } from '@multaqa/shared/documents/wire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { base64Of, bytesOf } from './base64.ts';
import { type Syncing, syncDocument } from './sync.ts';
import type { Request } from './transfer.ts';

type Step =
  | { kind: 'type'; who: number; text: string }
  | { kind: 'delete'; who: number }
  | { kind: 'cut' | 'heal'; who: number }
  | { kind: 'forbid' | 'allow'; who: number }
  | { kind: 'deliver'; which: number; fate: 'arrives' | 'lost' | 'answer lost' };

/** Three writers, one server, and a network that loses and delays what it likes until it is told to deliver. */
function meetingOf() {
  const server = new Y.Doc();
  const waiting: ((fate: 'arrives' | 'lost' | 'answer lost') => void)[] = [];
  let packed = { bytes: Y.encodeStateAsUpdate(server), vector: Y.encodeStateVector(server) };
  const timers = new Set<() => void>();
  const writers = [0, 1, 2].map(at => {
    const doc = new Y.Doc();
    doc.clientID = 1_000 + at;
    const state = { isOnline: false, access: 'write' as 'write' | 'read', refusal: null as DocumentRefusal | null };
    const request = ((name: DocumentRequestName, input: { bytes?: string; vector?: string }) =>
      new Promise((resolve, reject) => {
        if (!state.isOnline) return reject(new DOMException('no connection', 'NetworkError'));
        waiting.push(fate => {
          const answer = fate === 'lost' || !state.isOnline ? null : answerOf(name, input, at);
          if (fate === 'arrives' && answer) resolve(answer as never);
          else reject(new DOMException('no answer', 'TimeoutError'));
        });
      })) as Request;
    const syncing: Syncing = syncDocument({
      doc,
      name: 'notes:room',
      request,
      changed: () => {},
      after(_, act) {
        timers.add(act);
        return () => void timers.delete(act);
      },
      carets: () => {},
    });
    return { doc, syncing, state };
  });

  /** Who has nothing gets the document as it was when somebody had nothing before, and what was written since. */
  function stateFor(vector: Uint8Array) {
    const hasNothing = Y.decodeStateVector(vector).size === 0;
    const bytes = base64Of(hasNothing ? packed.bytes : Y.encodeStateAsUpdate(server, vector));
    const since = hasNothing ? base64Of(Y.encodeStateAsUpdate(server, packed.vector)) : null;
    if (hasNothing) packed = { bytes: Y.encodeStateAsUpdate(server), vector: Y.encodeStateVector(server) };
    return { bytes, size: bytes.length, since };
  }

  function answerOf(name: DocumentRequestName, input: { bytes?: string; vector?: string }, from: number) {
    const writer = writers[from];
    if (!writer) throw new Error('nobody asks');
    if (name === 'open') {
      const vector = base64Of(Y.encodeStateVector(server));
      const opened = { ok: true, access: writer.state.access, vector, carets: [] } as const;
      return { ...opened, ...stateFor(bytesOf(input.vector ?? '')) } satisfies DocumentReply<'open'>;
    }
    if (writer.state.refusal) return { ok: false, refusal: writer.state.refusal };
    if (writer.state.access === 'read') return { ok: false, refusal: 'not-permitted' };
    const update = bytesOf(input.bytes ?? '');
    Y.applyUpdate(server, update);
    if (server.store.pendingStructs) throw new Error('something is missing in an update');
    for (const [at, { syncing, state }] of writers.entries())
      if (at !== from && state.isOnline) syncing.update(base64Of(update));
    return { ok: true, position: 1 };
  }

  return { server, waiting, timers, writers };
}

const textOf = (doc: Y.Doc) => doc.getText('text');
const turns = async () => {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
};

async function take({ waiting, timers, writers }: ReturnType<typeof meetingOf>, step: Step): Promise<void> {
  if (step.kind === 'deliver') {
    const [one] = waiting.splice(step.which % Math.max(waiting.length, 1), 1);
    one?.(step.fate);
    for (const act of [...timers]) if (timers.delete(act)) act();
    return turns();
  }
  const writer = writers[step.who];
  if (!writer) return;
  const { doc, syncing, state } = writer;
  const text = textOf(doc);
  if (step.kind === 'type') text.insert(text.length, step.text);
  else if (step.kind === 'delete' && text.length > 0) text.delete(0, 1);
  else if (step.kind === 'cut' && state.isOnline) {
    state.isOnline = false;
    syncing.disconnected();
  } else if (step.kind === 'heal' && !state.isOnline) {
    state.isOnline = true;
    syncing.connected();
  } else if (step.kind === 'forbid' || step.kind === 'allow') {
    state.access = step.kind === 'allow' ? 'write' : 'read';
    if (state.isOnline) syncing.access(state.access);
  }
  return turns();
}

/** The network is well again, for as long as anything is under way. */
async function settle(meeting: ReturnType<typeof meetingOf>): Promise<void> {
  for (const who of [0, 1, 2]) {
    await take(meeting, { kind: 'allow', who });
    await take(meeting, { kind: 'heal', who });
  }
  for (let round = 0; round < 400 && meeting.waiting.length + meeting.timers.size > 0; round += 1)
    await take(meeting, { kind: 'deliver', which: 0, fate: 'arrives' });
}

const who = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('type' as const), who, text: fc.string({ minLength: 1, maxLength: 3 }) }),
  },
  fc.record({ kind: fc.constant('delete' as const), who }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'heal' as const, 'heal' as const), who }) },
  fc.record({ kind: fc.constantFrom('forbid' as const, 'allow' as const, 'allow' as const), who }),
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      which: fc.nat({ max: 5 }),
      fate: fc.constantFrom(
        'arrives' as const,
        'arrives' as const,
        'arrives' as const,
        'lost' as const,
        'answer lost' as const,
      ),
    }),
  },
);

describe('a document in step with the server', () => {
  test('comes to the same text everywhere once the network is well, whatever was lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async steps => {
        const here = meetingOf();
        for (const one of steps) await take(here, one);
        await settle(here);
        for (const { doc, syncing } of here.writers) {
          expect(textOf(doc).toString()).toBe(textOf(here.server).toString());
          expect(syncing.now()).toMatchObject({ status: 'open', isPending: false });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('says that something is saved only when the server has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async steps => {
        const here = meetingOf();
        for (const one of steps) {
          await take(here, one);
          const theirs = Y.decodeStateVector(Y.encodeStateVector(here.server));
          for (const { doc, syncing } of here.writers) {
            const { isPending, hasArrived } = syncing.now();
            const own = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID) ?? 0;
            if (hasArrived && !isPending) expect(theirs.get(doc.clientID) ?? 0).toBeGreaterThanOrEqual(own);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('keeps what it may not send any more, and says so', async () => {
    const here = meetingOf();
    await settle(here);
    await take(here, { kind: 'cut', who: 0 });
    await take(here, { kind: 'type', who: 0, text: 'mine' });
    const [first] = here.writers;
    if (!first) throw new Error('nobody writes');
    first.state.access = 'read';
    await take(here, { kind: 'heal', who: 0 });
    for (let round = 0; round < 5; round += 1) await take(here, { kind: 'deliver', which: 0, fate: 'arrives' });
    expect(first.syncing.now()).toMatchObject({ access: 'read', isPending: true });
    expect(textOf(first.doc).toString()).toBe('mine');
    expect(textOf(here.server).toString()).toBe('');
  });

  test('[B13] has all of it that is neither with the server nor on its way when the server refuses something for good', async () => {
    const here = meetingOf();
    await settle(here);
    const [first] = here.writers;
    if (!first) throw new Error('nobody writes');
    await take(here, { kind: 'type', who: 0, text: 'kept ' });
    await settle(here);
    first.state.refusal = 'documents.crowded';
    await take(here, { kind: 'type', who: 0, text: 'refused' });
    await take(here, { kind: 'type', who: 0, text: ' and more' });
    await take(here, { kind: 'deliver', which: 0, fate: 'arrives' });
    await take(here, { kind: 'type', who: 0, text: ' still' });
    expect(first.syncing.now()).toMatchObject({ status: 'ended', refusal: 'documents.crowded' });
    expect(textOf(here.server).toString()).toBe('kept ');
    const unsent = first.syncing.unsent();
    if (!unsent) throw new Error('nothing is left');
    Y.applyUpdate(here.server, unsent);
    expect(textOf(here.server).toString()).toBe('kept refused and more still');
  });
});
