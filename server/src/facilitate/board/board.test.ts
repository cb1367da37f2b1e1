import { voteInput } from '@multaqa/shared/facilitate/board/board.samples';
import type { BoardOwn, BoardView } from '@multaqa/shared/facilitate/board/board.state';
import { addThing, changeThing, removeThings, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { readScene, thingsOf } from '@multaqa/shared/facilitate/board/scene/scene';
import { noteOf, plain, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { limits } from '@multaqa/shared/limits';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../app.samples.ts';
import { openMeeting } from '../../documents/meeting.samples.ts';
import type { Typer } from '../../proof/typer.ts';
import { guardBoard } from './guard-board.ts';

/** A session whose people have the board of the plenary open. */
async function atBoard() {
  const meeting = await openMeeting({ features: 'all', rates: { take: () => true, takeFor: () => true } });
  const room = `${meeting.session}/plenary`;
  const name = `board:${room}`;
  const open = (person: string, doc = new Y.Doc()) => meeting.typer(person, { name, doc });
  const [organiser, ben, cleo] = meeting.clients;
  if (!organiser || !ben || !cleo) throw new Error('nobody is here');
  const host = (command: string, more: object = {}) => organiser.command(`board.${command}`, { room, ...more });
  await organiser.command('sessions.enter', { session: meeting.session });
  return { ...meeting, room, name, open, host, people: { organiser, ben, cleo } };
}

const textsOn = ({ doc }: Typer) => [...readScene(doc).values()].flatMap(thing => ('text' in thing ? thing.text : []));
const seen = (client: { view(): unknown }, room: string) => (client.view() as { board: BoardView }).board[room];
const own = (client: { own(): unknown }) => (client.own() as { board: BoardOwn }).board;

describe('what is written privately', () => {
  it('[B1] [B4] comes on the board at once when it is revealed, with the name of who wrote it, and once', async () => {
    const { open, host, room, people, ben, cleo, app, dialogue, name } = await atBoard();
    const screen = await open(ben);
    const round = newId();
    await host('begin', { round, names: 'shown', frame: null, seconds: null });
    const jot = (client: typeof people.ben, text: string) =>
      client.command('board.jot', { room, note: newId(), text, colour: 'pink' });
    await jot(people.ben, 'Nobody repairs the pumps');
    await jot(people.cleo, 'لا أحد يصلح المضخات');
    await people.ben.until('two write', () => seen(people.ben, room)?.round?.writing === 2);
    expect([textsOn(screen), own(people.ben).jots.length]).toEqual([[], 1]);
    await host('reveal');
    await people.ben.until('the notes are placed', () => seen(people.ben, room)?.round === null);
    await expect.poll(() => textsOn(screen)).toHaveLength(2);
    const notes = [...readScene(screen.doc).values()];
    expect(new Set(notes.map(({ by }) => by))).toEqual(new Set([ben, cleo]));
    expect(notes.map(note => note.kind === 'note' && note.at.slice(2, 4))).toEqual([
      [200, 200],
      [200, 200],
    ]);
    const [first = '', second = ''] = notes.map(({ id }) => id);
    expect(first).not.toBe(second);
    const bytes = await app.documents.read(dialogue, name);
    expect(bytes?.length).toBeGreaterThan(0);
  });

  it('[B2] with hidden names the document says nothing of who wrote', async () => {
    const { open, host, room, people, ben } = await atBoard();
    await host('begin', { round: newId(), names: 'hidden', frame: null, seconds: null });
    await people.ben.command('board.jot', { room, note: newId(), text: 'Nobody asks us', colour: 'blue' });
    await host('reveal');
    await people.ben.until('the note is placed', () => seen(people.ben, room)?.round === null);
    const screen = await open(ben);
    expect([...readScene(screen.doc).values()]).toMatchObject([{ text: 'Nobody asks us', by: null }]);
    expect(JSON.stringify(thingsOf(screen.doc).toJSON())).not.toContain(ben);
  });

  it('comes into its frame, below what is there, and the frame grows', async () => {
    const { open, host, room, people, ben } = await atBoard();
    const screen = await open(ben);
    const frame = thingId(1);
    screen.doc.transact(() => {
      addThing(screen.doc, frame, {
        ...plain,
        kind: 'frame',
        at: [0, 0, 500, 400, 0],
        colour: 'white',
        text: 'Needs',
        says: null,
      });
      addThing(screen.doc, thingId(2), noteOf('there before', { at: [24, 64, 200, 200, 0], frame }));
    });
    await screen.saved();
    await host('begin', { round: newId(), names: 'shown', frame, seconds: null });
    for (const text of ['one', 'two', 'three'])
      await people.ben.command('board.jot', { room, note: newId(), text, colour: 'pink' });
    await host('reveal');
    await expect.poll(() => readScene(screen.doc).size).toBe(5);
    const scene = readScene(screen.doc);
    const inside = [...scene.values()].filter(thing => thing.frame === frame);
    expect(inside).toHaveLength(4);
    const [, top, , height] = scene.get(frame)?.kind === 'frame' ? (scene.get(frame) as { at: number[] }).at : [];
    for (const one of inside)
      if (one.kind === 'note') expect(one.at[1] + one.at[3]).toBeLessThanOrEqual((top ?? 0) + (height ?? 0));
  });
});

describe('what hosts lock', () => {
  it('[B9] is changed by nobody else: not moved, written, removed; hosts and everything beside it go on', async () => {
    const { open, host, room, ben, cleo, organiser } = await atBoard();
    const screens = { ben: await open(ben), cleo: await open(cleo), ada: await open(organiser.me()) };
    screens.ben.doc.transact(() => {
      for (const [at, words] of ['locked', 'free'].entries()) addThing(screens.ben.doc, thingId(at), noteOf(words));
    });
    await screens.ben.saved();
    await expect.poll(() => textsOn(screens.cleo)).toHaveLength(2);
    expect(await host('lock', { things: [thingId(0)], on: true })).toMatchObject({ ok: true });
    const attempts: ((doc: Y.Doc) => void)[] = [
      doc => changeThing(doc, thingId(0), { at: [5, 5, 200, 200, 0] }),
      doc => writeThing(doc, thingId(0), 'mine'),
      doc => removeThings(doc, [thingId(0)]),
      doc => void addThing(doc, thingId(0), noteOf('another')),
    ];
    for (const attempt of attempts) {
      const pen = new Y.Doc();
      Y.applyUpdate(pen, Y.encodeStateAsUpdate(screens.ada.doc));
      const before = Y.encodeStateVector(pen);
      pen.transact(() => attempt(pen));
      expect(await screens.cleo.send(Y.encodeStateAsUpdate(pen, before))).toEqual({
        ok: false,
        refusal: 'documents.locked',
      });
    }
    changeThing(screens.cleo.doc, thingId(1), { at: [7, 7, 200, 200, 0] });
    changeThing(screens.ada.doc, thingId(0), { at: [8, 8, 200, 200, 0] });
    await screens.cleo.saved();
    await expect.poll(() => readScene(screens.ben.doc).get(thingId(1))).toMatchObject({ at: [7, 7, 200, 200, 0] });
    await expect.poll(() => readScene(screens.ben.doc).get(thingId(0))).toMatchObject({ at: [8, 8, 200, 200, 0] });
    expect(await host('lock', { things: [thingId(0)], on: false })).toMatchObject({ ok: true });
    changeThing(screens.cleo.doc, thingId(0), { at: [9, 9, 200, 200, 0] });
    await expect.poll(() => readScene(screens.ben.doc).get(thingId(0))).toMatchObject({ at: [9, 9, 200, 200, 0] });
    expect(screens.cleo.refusals).toEqual([]);
    expect(room).toContain('plenary');
  });

  it('what is no thing, and no part of a board, is written by nobody', async () => {
    const { open, ben } = await atBoard();
    const screen = await open(ben);
    const hostile: ((doc: Y.Doc) => void)[] = [
      doc => void doc.getMap('secrets').set('aaaaaaaaaa', 1),
      doc => void doc.getMap('things').set('not a thing id', 1),
      doc => void doc.getMap('things').set('__proto__', 1),
      doc => doc.getArray('things').insert(0, [1]),
    ];
    for (const harm of hostile) {
      const pen = new Y.Doc();
      harm(pen);
      expect(await screen.send(Y.encodeStateAsUpdate(pen))).toMatchObject({ ok: false, refusal: 'malformed' });
    }
    addThing(screen.doc, thingId(0), noteOf('goes on'));
    await screen.saved();
    expect(screen.refusals).toEqual([]);
  });

  it('a board holds as many things as the limit says, not one more, also of what is judged together', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let at = 0; at < limits.boardThings - 2; at += 1) thingsOf(doc).set(thingId(at), new Y.Map());
    });
    const guard = guardBoard(doc, new Set(), () => false);
    const entry = (at: number) => ({ root: 'things', key: thingId(at) });
    expect(guard([entry(0), entry(6_000)], 'ben')).toBeNull();
    expect(guard([entry(6_001)], 'cleo')).toBeNull();
    expect(guard([entry(6_002)], 'ben')).toBe('documents.crowded');
    expect(guard([entry(6_001), entry(1)], 'ben')).toBeNull();
  });
});

describe('boards and the rest', () => {
  it('the exchange and the room hear of who draws, once for a while', async () => {
    const { open, room, ben, people } = await atBoard();
    const screen = await open(ben);
    for (let at = 0; at < 5; at += 1) {
      addThing(screen.doc, thingId(at), noteOf(`note ${at}`));
      await screen.saved();
    }
    await people.organiser.until('somebody has drawn', () => seen(people.organiser, room)?.writtenAt !== undefined);
  });

  it('[B10] the layer of hosts opens for nobody else', async () => {
    const { typer, room, ben, organiser } = await atBoard();
    await expect(typer(ben, { name: `hostboard:${room}` })).rejects.toThrow('documents.closed');
    const layer = await typer(organiser.me(), { name: `hostboard:${room}` });
    addThing(layer.doc, thingId(0), noteOf('Ask Cleo next'));
    await layer.saved();
    expect(layer.refusals).toEqual([]);
  });

  it('[B6] dots of an open vote are seen by who put them there, and by everybody once they are counted', async () => {
    const { host, room, people } = await atBoard();
    const { room: _, ...vote } = voteInput(room, newId());
    await host('call', vote);
    await people.ben.command('board.dot', { room, thing: thingId(1), dots: 2 });
    await people.cleo.until('somebody has voted', () => seen(people.cleo, room)?.vote?.voted === 1);
    expect([own(people.ben).dots, own(people.cleo).dots]).toEqual([{ [thingId(1)]: 2 }, {}]);
    await people.organiser.until('somebody has voted', () => seen(people.organiser, room)?.vote?.voted === 1);
    expect(JSON.stringify(seen(people.organiser, room))).not.toContain(thingId(1));
    await host('count');
    await people.cleo.until('it is counted', () => seen(people.cleo, room)?.vote?.status === 'counted');
    expect(seen(people.cleo, room)?.vote).toMatchObject({
      result: { [thingId(1)]: { dots: 2, people: 1, clusters: {} } },
    });
  });
});
