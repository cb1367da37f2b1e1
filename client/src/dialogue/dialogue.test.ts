import { describe, expect, test, vi } from 'vitest';
import { ada, lobby, openTestDialogue, session, snapshotWelcome } from './dialogue.samples.ts';

const say = (text: string) => ({ room: lobby, message: '00000009-0000-4000-8000-000000000009', text });
const title = (to: string) => ['{', { about: ['{', { title: ['=', to] }] }] as const;
const patch = (from: number, to: number, name: string) => ({ from, to, patch: title(name) });

async function arrived(scene = openTestDialogue()) {
  scene.server.handlers.welcome(snapshotWelcome());
  await vi.waitFor(() => expect(scene.state().isReady).toBe(true));
  return scene;
}
const titleOf = ({ state }: Awaited<ReturnType<typeof arrived>>) => {
  const about = state().snapshot?.view.about;
  return about?.status === 'unborn' ? '' : about?.title;
};

describe('following a dialogue', () => {
  test('a snapshot is the whole view, and tells the difference of the clocks', async () => {
    const scene = await arrived();
    expect(titleOf(scene)).toBe('Local jobs');
    expect(scene.state().snapshot?.clockOffset).toBe(4_000);
    expect(scene.state().connection.status).toBe('on');
  });

  test('patches apply in order, and a repeated one changes nothing', async () => {
    const scene = await arrived();
    scene.server.handlers.patch(patch(10, 12, 'Green jobs'));
    scene.server.handlers.patch(patch(10, 12, 'Never'));
    scene.server.handlers.patch(patch(12, 13, 'Fair jobs'));
    expect(titleOf(scene)).toBe('Fair jobs');
    expect(scene.handshakes).toHaveLength(1);
  });

  test('after a gap it asks for everything and shows nothing that does not fit', async () => {
    const scene = await arrived();
    scene.server.handlers.patch(patch(11, 12, 'Wrong'));
    expect(titleOf(scene)).toBe('Local jobs');
    expect(scene.handshakes.at(-1)).not.toHaveProperty('known');
    scene.server.handlers.welcome(snapshotWelcome({ seq: 12 }));
    await vi.waitFor(() => expect(scene.state().snapshot?.seq).toBe(12));
  });

  test('coming back it says what it knows and continues from the tail', async () => {
    const scene = await arrived();
    scene.server.handlers.disconnected(null);
    expect(scene.state().connection.status).toBe('off');
    scene.wait();
    await vi.waitFor(() => expect(scene.handshakes).toHaveLength(2));
    expect(scene.handshakes[1]?.known).toEqual({ epoch: 'first', audience: 'organiser@-', seq: 10 });
    const { epoch, me, audience, now, own } = snapshotWelcome();
    scene.server.handlers.welcome({
      kind: 'tail',
      epoch,
      me,
      audience,
      now,
      own,
      reached: 11,
      patches: [patch(10, 11, 'Tail')],
    });
    await vi.waitFor(() => expect(scene.state().connection.status).toBe('on'));
    expect(titleOf(scene)).toBe('Tail');
  });

  test('a tail of another run of the server is not believed', async () => {
    const scene = await arrived();
    const { me, audience, now, own } = snapshotWelcome();
    scene.server.handlers.welcome({ kind: 'tail', epoch: 'second', me, audience, now, own, reached: 0, patches: [] });
    expect(scene.handshakes.at(-1)).not.toHaveProperty('known');
  });

  test('a command whose effect nobody sees leaves the outbox when the server has told everything', async () => {
    const scene = await arrived();
    const sent = scene.dialogue.send('about.end', {});
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.answer({ ok: true, seq: 40 });
    await sent;
    expect(scene.state().outbox).toMatchObject([{ state: 'sent', seq: 40 }]);
    scene.server.handlers.own(snapshotWelcome().own, 40);
    expect(scene.state().outbox).toEqual([]);
  });

  test('coming back, it knows from the welcome what has been told, also where its view did not change', async () => {
    const scene = await arrived();
    const sent = scene.dialogue.send('about.end', {});
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.answer({ ok: true, seq: 40 });
    await sent;
    scene.server.handlers.welcome(snapshotWelcome({ reached: 41 }));
    await vi.waitFor(() => expect(scene.state().outbox).toEqual([]));
  });

  test('a fault is kept with the reference that stands in the server’s log', async () => {
    const scene = await arrived();
    const sent = scene.dialogue.send('about.end', {});
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.answer({ ok: false, refusal: 'fault', reference: 'A1B2C3' });
    await sent;
    expect(scene.state().outbox).toMatchObject([{ state: 'refused', refusal: 'fault', reference: 'A1B2C3' }]);
  });

  test('a dialogue that cannot be read says so with its reference, and what was sent waits', async () => {
    const scene = await arrived();
    void scene.dialogue.send('about.end', {});
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.answer({ ok: false, refusal: 'elsewhere' });
    scene.server.handlers.disconnected('quarantined', 'A1B2C3');
    expect(scene.state()).toMatchObject({ goodbye: 'quarantined', reference: 'A1B2C3' });
    expect(scene.state().outbox).toMatchObject([{ state: 'waiting' }]);
  });

  test('a goodbye is final, except when the server only wants it to start over', async () => {
    const scene = await arrived();
    scene.server.handlers.goodbye('resync');
    scene.server.handlers.disconnected(null);
    scene.wait();
    await vi.waitFor(() => expect(scene.handshakes).toHaveLength(2));
    expect(scene.handshakes[1]).not.toHaveProperty('known');
    scene.server.handlers.goodbye('removed');
    scene.wait();
    expect(scene.state().goodbye).toBe('removed');
    expect(scene.handshakes).toHaveLength(2);
  });

  test('a refused connection says why and does not knock again', async () => {
    const scene = openTestDialogue();
    scene.server.handlers.disconnected('signed-out');
    scene.wait();
    expect(scene.state().goodbye).toBe('signed-out');
    expect(scene.handshakes).toHaveLength(1);
  });

  test('waking connects at once instead of after the pause', async () => {
    const scene = await arrived();
    scene.server.handlers.disconnected(null);
    scene.dialogue.wake();
    expect(scene.handshakes).toHaveLength(2);
  });
});

describe('the outbox', () => {
  const texts = ({ sent }: { sent: readonly { input: unknown }[] }) =>
    sent.map(({ input }) => (input as { text: string }).text);

  test('sends one after the other, in the order of their making', async () => {
    const scene = await arrived();
    void scene.dialogue.send('chat.say', say('one'));
    void scene.dialogue.send('chat.say', say('two'));
    await vi.waitFor(() => expect(texts(scene)).toEqual(['one']));
    scene.server.answer({ ok: true, seq: 11 });
    await vi.waitFor(() => expect(texts(scene)).toEqual(['one', 'two']));
  });

  test('what was acknowledged stays visible until the view shows it', async () => {
    const scene = await arrived();
    void scene.dialogue.send('chat.say', say('one'));
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.answer({ ok: true, seq: 11 });
    await vi.waitFor(() => expect(scene.state().outbox[0]?.state).toBe('sent'));
    scene.server.handlers.patch(patch(10, 11, 'x'));
    expect(scene.state().outbox).toEqual([]);
  });

  test('keeps its order over a lost connection and sends the same ids again', async () => {
    const scene = await arrived();
    void scene.dialogue.send('chat.say', say('one'));
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.handlers.disconnected(null);
    scene.server.answer(null);
    void scene.dialogue.send('chat.say', say('two'));
    scene.server.handlers.welcome(snapshotWelcome());
    await vi.waitFor(() => {
      scene.wait();
      expect(scene.sent).toHaveLength(2);
    });
    scene.server.answer({ ok: true, seq: 11 });
    await vi.waitFor(() => expect(texts(scene)).toEqual(['one', 'one', 'two']));
    expect(scene.sent[0]?.id).toBe(scene.sent[1]?.id);
  });

  test('survives a restart, in order, under the same ids', async () => {
    const before = await arrived();
    before.server.handlers.disconnected(null);
    void before.dialogue.send('chat.say', say('one'));
    void before.dialogue.send('chat.say', say('two'));
    await vi.waitFor(async () => expect(await before.stores.outbox.list('')).toHaveLength(2));
    before.dialogue.close();
    const ids = before.state().outbox.map(({ id }) => id);

    const after = await arrived(openTestDialogue(before.stores));
    await vi.waitFor(() => expect(after.sent).toHaveLength(1));
    after.server.answer({ ok: true, seq: 11 });
    await vi.waitFor(() => expect(texts(after)).toEqual(['one', 'two']));
    after.server.answer({ ok: true, seq: 12 });
    expect(after.sent.map(({ id }) => id)).toEqual(ids);
    await vi.waitFor(async () => expect(await after.stores.outbox.list('')).toEqual([]));
  });

  test('nobody sends what another person of the same device left behind', async () => {
    const before = await arrived();
    before.server.handlers.disconnected(null);
    void before.dialogue.send('chat.say', say('one'));
    await vi.waitFor(async () => expect(await before.stores.outbox.list('')).toHaveLength(1));
    before.dialogue.close();

    const after = openTestDialogue(before.stores);
    after.server.handlers.welcome(snapshotWelcome({ me: '00000001-0000-4000-8000-000000000001' }));
    await vi.waitFor(() => expect(after.state().isReady).toBe(true));
    expect(after.state().outbox).toEqual([]);
    expect(after.sent).toEqual([]);
  });

  test('is patient with a busy server, and repeats the same envelope', async () => {
    const scene = await arrived();
    void scene.dialogue.send('chat.say', say('one'));
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.answer({ ok: false, refusal: 'busy' });
    await vi.waitFor(() => {
      scene.wait();
      expect(scene.sent).toHaveLength(2);
    });
    expect(scene.sent[1]).toEqual(scene.sent[0]);
  });

  test('a refused command stays readable until somebody has seen it, over a restart too', async () => {
    const before = await arrived();
    const ack = before.dialogue.send('sessions.open', { session, admission: 'lobby' });
    await vi.waitFor(() => expect(before.sent).toHaveLength(1));
    before.server.answer({ ok: false, refusal: 'sessions.already-open' });
    expect(await ack).toEqual({ ok: false, refusal: 'sessions.already-open' });
    before.dialogue.close();

    const after = await arrived(openTestDialogue(before.stores));
    const [item] = after.state().outbox;
    expect(item).toMatchObject({ state: 'refused', refusal: 'sessions.already-open' });
    expect(after.sent).toEqual([]);
    after.dialogue.dismiss(item?.id ?? '');
    expect(after.state().outbox).toEqual([]);
  });

  test('a caller that shows refusals itself leaves none behind', async () => {
    const scene = await arrived();
    const ack = scene.dialogue.send('people.remove', { people: [ada] }, { forgetRefusal: true });
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    scene.server.answer({ ok: false, refusal: 'people.last-organiser' });
    expect((await ack).ok).toBe(false);
    expect(scene.state().outbox).toEqual([]);
  });
});

describe('drafts', () => {
  test('survive a restart and belong to one person', async () => {
    const before = await arrived();
    before.dialogue.drafts.write('chat/lobby', 'half a sent');
    await vi.waitFor(async () => expect(await before.stores.drafts.list('')).toHaveLength(1));
    const after = await arrived(openTestDialogue(before.stores));
    expect(after.dialogue.drafts.read('chat/lobby')).toBe('half a sent');
    after.dialogue.drafts.write('chat/lobby', '');
    await vi.waitFor(async () => expect(await after.stores.drafts.list('')).toEqual([]));
  });
});
