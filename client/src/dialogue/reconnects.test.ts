import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { memoryStore } from '../platform/storage.ts';
import { ada, lobby, openTestDialogue, snapshotWelcome } from './dialogue.samples.ts';

const say = (text: string) => ({ room: lobby, message: '00000009-0000-4000-8000-000000000009', text });
const title = (to: string) => ['{', { about: ['{', { title: ['=', to] }] }] as const;
const patch = (from: number, to: number, name: string) => ({ from, to, patch: title(name) });

describe('a storm of reconnects', () => {
  /** A device whose store answers only when the test lets it. */
  function slowStores() {
    let open = () => {};
    const opened = new Promise<void>(resolve => {
      open = resolve;
    });
    const outbox = memoryStore();
    const slow = { ...outbox, list: async (prefix: string) => opened.then(() => outbox.list(prefix)) };
    return { stores: { outbox: slow, drafts: memoryStore() }, outbox, open: () => open() };
  }

  test('nothing is sent before what an earlier visit kept is back, however often the connection breaks meanwhile', async () => {
    const { stores, outbox, open } = slowStores();
    const kept = { id: 'kept', kind: 'chat.say', input: say('kept'), order: 1, at: 1, state: 'waiting' };
    await outbox.put(`dialogue/${ada}/000000000000001-kept`, kept);
    const scene = openTestDialogue(stores);
    for (let storms = 0; storms < 3; storms += 1) {
      scene.server.handlers.welcome(snapshotWelcome());
      void scene.dialogue.send('chat.say', say(`new ${storms}`));
      scene.server.handlers.disconnected(null);
    }
    scene.server.handlers.welcome(snapshotWelcome());
    expect(scene.state().isReady).toBe(false);
    await new Promise(resolve => setImmediate(resolve));
    expect(scene.sent).toEqual([]);
    open();
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]?.input).toEqual(say('kept'));
  });

  test('in any order of welcomes, patches, breaks and goodbyes: the view is one that the server has sent, and it ends when it must', async () => {
    const steps = fc.array(
      fc.record({
        name: fc.constantFrom('welcome', 'patch', 'gap', 'repeat', 'break', 'resync', 'wait', 'wake'),
        by: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (history, ends) => {
        const scene = openTestDialogue();
        const { handlers } = scene.server;
        let seq = 10;
        let latest = { seq, name: 'Local jobs' };
        const sent = new Map([[10, 'Local jobs']]);
        const move = (by: number) => {
          const from = seq;
          seq += by;
          latest = { seq, name: `Title ${seq}` };
          sent.set(seq, latest.name);
          return patch(from, seq, latest.name);
        };
        const deeds: Record<string, (by: number) => void> = {
          welcome: () => {
            const { view } = snapshotWelcome() as Extract<ReturnType<typeof snapshotWelcome>, { kind: 'snapshot' }>;
            const titled = { ...(view as object), about: { ...(view as { about: object }).about, title: latest.name } };
            handlers.welcome(snapshotWelcome({ seq, view: titled as never }));
          },
          patch: by => handlers.patch(move(by)),
          gap: by => {
            move(by);
            handlers.patch(move(by));
          },
          repeat: () => handlers.patch(patch(seq - 1, seq, latest.name)),
          break: () => handlers.disconnected(null),
          resync: () => handlers.goodbye('resync'),
          wait: () => scene.wait(),
          wake: () => scene.dialogue.wake(),
        };
        for (const { name, by } of history) {
          deeds[name]?.(by);
          await Promise.resolve();
          const { snapshot } = scene.state();
          const about = snapshot?.view.about;
          if (snapshot) expect(about?.status === 'unborn' ? null : about?.title).toBe(sent.get(snapshot.seq));
        }
        if (ends) handlers.goodbye('removed');
        else scene.dialogue.close();
        const before = scene.handshakes.length;
        for (let pauses = 0; pauses < 40; pauses += 1) scene.wait();
        scene.dialogue.wake();
        await new Promise(resolve => setImmediate(resolve));
        expect(scene.handshakes).toHaveLength(before);
        expect(scene.state().goodbye).toBe(ends ? 'removed' : null);
      }),
      { numRuns: 100 },
    );
  });
});
