import { historyHash, textHash } from '@multaqa/shared/documents/text-hash';
import { limits } from '@multaqa/shared/limits';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { card, hurriedClock, newId } from '../app.samples.ts';
import type { DocumentFeature } from './feature.ts';
import { openMeeting } from './meeting.samples.ts';
import { readWhole } from './wholes.ts';

const wordsOf = (doc: Y.Doc): string =>
  doc
    .getXmlFragment('text')
    .toString()
    .replaceAll(/<\/?paragraph>/g, '');

/**
 * The laws of documents.
 *
 * [N1] What is acknowledged is on disk, and everybody who has the document open is told of it.
 * [N2] What is refused changes nothing and costs nobody else anything.
 * [N3] A client id is one person's for good.
 * [N4] Nothing waits in a document for what never comes.
 * [N5] What somebody may do is asked at each update; a change takes effect at once.
 * [N6] A document that nobody uses is let go of, and found again as it was.
 * [N7] Carets tell who somebody is by their connection, and are never kept.
 * [N8] Versions are kept, and tell who wrote them unless the session hides it.
 * [N9] A feature that throws costs its own call; what was written and not noticed is told again.
 */
describe('documents', () => {
  it('[N1] two people write together, over long polling too, and others find it', async () => {
    const { typer, ben, cleo, app, dialogue, document } = await openMeeting();
    const [one, two] = [await typer(ben), await typer(cleo, { transports: ['polling'] })];
    one.type('Ben was here. ');
    two.type('Cleo too. ');
    await Promise.all([one.saved(), two.saved()]);
    await expect.poll(one.text).toContain('Cleo too.');
    await expect.poll(two.text).toBe(one.text());
    const kept = await app.store.documents.load(dialogue, document);
    expect(kept.updates.map(({ person }) => person).toSorted()).toEqual([ben, cleo].toSorted());
    const three = await typer(cleo);
    expect(three.text()).toBe(one.text());
  });

  it('[N2] [N3] what is refused costs that update alone', async () => {
    const { typer, ben, cleo, dina } = await openMeeting();
    const [one, two, three] = [await typer(ben), await typer(cleo), await typer(dina)];
    one.type('before ');
    await one.saved();
    await expect.poll(two.text).toBe(one.text());
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(two.doc));
    forged.clientID = one.doc.clientID;
    const before = Y.encodeStateVector(forged);
    forged.getXmlFragment('text').insert(0, [new Y.XmlText('stolen')]);
    const stolen = Y.encodeStateAsUpdate(forged, before);
    expect(await two.send(stolen)).toMatchObject({ ok: false, refusal: 'documents.foreign' });
    expect(await two.send(new Uint8Array([1, 2, 3]))).toMatchObject({ ok: false, refusal: 'malformed' });
    one.type('after');
    two.type('also');
    await Promise.all([one.saved(), two.saved()]);
    await expect.poll(three.text).toContain('also');
    expect(three.text()).toContain('after');
    expect(three.text()).not.toContain('stolen');
    // Another tab of another person cannot take the id either, not even before its owner has written.
    const fresh = await typer(dina);
    const claim = { document: one.name, client: fresh.doc.clientID, vector: '' };
    expect(await two.request('open', claim)).toMatchObject({ ok: false, refusal: 'documents.foreign' });
  });

  it('[N5] whoever sits elsewhere, is no longer in the session, or was removed writes and hears nothing more', async () => {
    const { typer, ben, cleo, dina, organiser, session, clients, document } = await openMeeting();
    const [one, two] = [await typer(ben), await typer(cleo)];
    await clients[2]?.command('sessions.leave', { room: `${session}/plenary` });
    await expect.poll(() => two.events).toContain('access null');
    expect(two.access()).toBe(null);
    expect(await two.send(new Uint8Array([0, 0]))).toMatchObject({ ok: false, refusal: 'documents.closed' });
    one.type('Cleo does not read this. ');
    await one.saved();
    expect(two.text()).not.toContain('Cleo');
    expect(await two.open()).toMatchObject({ ok: false, refusal: 'documents.closed' });
    expect(await organiser.command('people.remove', { people: [ben] })).toMatchObject({ ok: true });
    await expect.poll(() => one.socket.connected).toBe(false);
    const three = await typer(dina);
    expect(three.access()).toBe('write');
    for (const name of ['notes:nowhere', `chat:${session}/plenary`, `notes:${newId()}/plenary`, `${document}/..`])
      await expect(typer(dina, { name })).rejects.toThrow(/closed|malformed/);
  });

  it('[N5] who becomes an observer reads on and writes no more, from that turn on', async () => {
    const { typer, ben, cleo, organiser } = await openMeeting();
    const [one, two] = [await typer(ben), await typer(cleo)];
    const told = await organiser.command('people.edit', card(cleo, 'Cleo', 'observer'));
    expect(told).toMatchObject({ ok: true });
    two.type('too late');
    await expect.poll(() => two.events).toContain('access read');
    const forced = await two.send(Y.encodeStateAsUpdate(two.doc));
    expect(forced).toMatchObject({ ok: false, refusal: 'not-permitted' });
    one.type('for readers');
    await one.saved();
    await expect.poll(two.text).toContain('for readers');
    expect(one.text()).not.toContain('too late');
  });

  it('[N6] a document that nobody has open is let go of, also when it has grown, and is found again as it was', async () => {
    const clock = hurriedClock();
    const { typer, ben, cleo, app, dialogue, document } = await openMeeting({ clock });
    const one = await typer(ben);
    one.type('kept ');
    await one.saved();
    const text = one.text();
    expect(app.documents.figures()).toMatchObject({ loaded: 1, opened: 1 });
    clock.pass(limits.idleDocument + 1);
    await app.documents.sweep();
    expect(app.documents.figures()).toMatchObject({ loaded: 1 });
    one.close();
    await expect.poll(() => app.documents.figures().opened).toBe(0);
    clock.pass(limits.idleDocument + 1);
    await expect.poll(async () => app.documents.sweep().then(() => app.documents.figures().loaded)).toBe(0);
    const kept = await app.store.documents.load(dialogue, document);
    expect(kept.snapshot?.at).toBe(kept.at);
    expect(await app.documents.read(dialogue, document)).not.toBeNull();
    const two = await typer(cleo);
    expect(two.text()).toBe(text);
    two.type('and more');
    await two.saved();
    expect((await typer(ben)).text()).toContain('and more');
  });

  it('[N7] a caret is of the person of its connection, whatever it says, and is gone with them', async () => {
    const { typer, ben, cleo, app, dialogue, document } = await openMeeting();
    const [one, two] = [await typer(ben), await typer(cleo)];
    const caret = { document, clock: 1, state: { cursor: 7, user: { name: 'Ada' }, person: 'ada' } };
    one.socket.emit('caret', caret);
    await expect.poll(() => two.carets.at(-1)).toMatchObject({ client: one.doc.clientID, person: ben });
    expect(two.carets.at(-1)?.state).toEqual({ cursor: 7, user: { person: ben }, person: ben });
    one.socket.emit('caret', { document, clock: 2, state: { long: 'x'.repeat(limits.caretBytes) } });
    one.socket.emit('caret', { document, clock: 0, state: { cursor: 'older' } });
    const late = await typer(cleo);
    expect(late.carets).toMatchObject([{ person: ben, state: { cursor: 7 } }]);
    one.close();
    await expect.poll(() => two.carets.at(-1)).toMatchObject({ person: ben, state: null });
    expect((await app.store.documents.load(dialogue, document)).updates).toEqual([]);
  });

  it('[N8] a version is what the document was, by whom, and the last who leaves leaves one behind', async () => {
    const clock = hurriedClock();
    const { typer, ben, cleo, document } = await openMeeting({ clock });
    const one = await typer(ben);
    one.type('first');
    await one.saved();
    const version = newId();
    const name = { document, version, kind: 'named' as const, title: 'Before lunch' };
    expect(await one.request('name', name)).toEqual({ ok: true });
    one.type(' second');
    await one.saved();
    one.close();
    const two = await typer(cleo);
    const list = async () => two.request('versions', { document });
    await expect.poll(list).toMatchObject({ versions: [{ title: 'Before lunch', person: ben, kind: 'named' }] });
    const kept = await two.request('version', { document, version });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, readWhole(kept.ok ? kept.bytes : ''));
    expect(wordsOf(doc)).toBe('first');
    clock.pass(limits.autoVersionPause);
    two.type(' third');
    await two.saved();
    two.close();
    const three = await typer(ben);
    await expect
      .poll(() => three.request('versions', { document }))
      .toMatchObject({ versions: [{}, { kind: 'auto' }] });
    const authors = await three.request('authors', { document });
    expect(Object.fromEntries(authors.ok ? authors.authors : [])).toMatchObject({
      [one.doc.clientID]: ben,
      [two.doc.clientID]: cleo,
    });
    // Where nothing was written since, nothing is left behind: what comes next stands alone beside what was there.
    clock.pass(limits.autoVersionPause);
    three.close();
    const four = await typer(cleo);
    four.type(' fourth');
    await four.saved();
    clock.pass(limits.autoVersionPause);
    four.close();
    const five = await typer(ben);
    await expect
      .poll(() => five.request('versions', { document }))
      .toMatchObject({ versions: [{ kind: 'named' }, { kind: 'auto' }, { kind: 'auto' }] });
  });

  it('[N8] who is forgotten wrote none of it any more, also in a document that is open; their client id stays taken', async () => {
    const { typer, ben, cleo, organiser, document, app, dialogue } = await openMeeting();
    const [one, two] = [await typer(ben), await typer(cleo)];
    one.type('by somebody');
    await one.saved();
    await organiser.command('people.remove', { people: [ben] });
    expect(await organiser.command('people.forget', { person: ben })).toMatchObject({ ok: true });
    const authors = async () => {
      const reply = await two.request('authors', { document });
      return new Map(reply.ok ? reply.authors : []).get(one.doc.clientID);
    };
    await expect.poll(authors).toBeNull();
    await expect
      .poll(async () => (await app.store.documents.load(dialogue, document)).updates.map(({ person }) => person))
      .toEqual([null]);
    const claim = { document, client: one.doc.clientID, vector: '' };
    expect(await two.request('open', claim)).toMatchObject({ refusal: 'documents.foreign' });
    expect(two.text()).toBe('by somebody');
  });

  it('[N8] a copy that says something else with the same history is noticed', async () => {
    const { typer, ben, document } = await openMeeting();
    const one = await typer(ben);
    one.type('the same');
    await one.saved();
    const check = (hash: string) => one.request('check', { document, history: historyHash(one.doc), hash });
    expect(await check(textHash(one.doc))).toEqual({ ok: true, result: 'same' });
    expect(await check('something else')).toEqual({ ok: true, result: 'different' });
    // What the other has deleted and this one has not heard of yet is no difference.
    one.doc.transact(() => one.doc.getXmlFragment('text').delete(0, 1), 'server');
    expect(await check(textHash(one.doc))).toEqual({ ok: true, result: 'unlike' });
  });

  it('[N9] features see what was written, also when one of them throws and after a restart', async () => {
    const seen: string[] = [];
    const fails = vi.fn(() => Promise.reject(new Error('a feature')));
    const noticing: DocumentFeature = {
      kind: 'notes',
      seed: () => doc => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText('Welcome. ')]);
        doc.getXmlFragment('text').insert(0, [paragraph]);
      },
      open: ({ doc }) => ({
        changed: async () => void seen.push(wordsOf(doc)),
        close: () => {},
      }),
    };
    const throwing: DocumentFeature = { kind: 'notes', open: () => ({ changed: fails, close: fails }) };
    const first = await openMeeting({ documentFeatures: [throwing, noticing] });
    const one = await first.typer(first.ben);
    await expect.poll(one.text).toBe('Welcome. ');
    one.type('Hello');
    await one.saved();
    await expect.poll(() => seen.at(-1)).toBe('Welcome. Hello');
    expect(fails).toHaveBeenCalled();
    expect(await first.app.store.documents.unnoticed(first.dialogue)).toEqual([first.document]);
    fails.mockImplementation(() => Promise.resolve(undefined as never));
    first.app.documents.loaded(first.dialogue);
    await first.app.documents.edit(first.dialogue, first.document, 'engine', doc => {
      doc.getXmlFragment('text').insert(0, [new Y.XmlElement('heading')]);
    });
    await expect.poll(one.text).toBe('<heading></heading>Welcome. Hello');
  });
});
