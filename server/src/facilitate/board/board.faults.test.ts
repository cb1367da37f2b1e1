import { addThing, changeThing, removeThings, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { anyThing, noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openMeeting } from '../../documents/meeting.samples.ts';
import type { Typer } from '../../proof/typer.ts';

type Act = (doc: Y.Doc) => void;
const id = fc.nat({ max: 6 }).map(thingId);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(id, anyThing).map(
    ([at, thing]): Act =>
      doc =>
        void addThing(doc, at, thing),
  ),
  fc.tuple(id, fc.string({ unit: 'grapheme', maxLength: 9 })).map(
    ([at, words]): Act =>
      doc =>
        writeThing(doc, at, words),
  ),
  fc.tuple(id, fc.integer({ min: -500, max: 500 })).map(
    ([at, x]): Act =>
      doc =>
        changeThing(doc, at, { at: [x, -x, 200, 200, 0] }),
  ),
  id.map(
    (at): Act =>
      doc =>
        removeThings(doc, [at]),
  ),
);
const step = fc.oneof(
  { weight: 7, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('draw' as const), act }) },
  { weight: 1, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('break' as const) }) },
  { weight: 2, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('return' as const) }) },
  { weight: 1, arbitrary: fc.record({ who: fc.nat({ max: 2 }), does: fc.constant('wait' as const) }) },
);

const sceneOf = (doc: Y.Doc) => JSON.stringify([...readScene(doc)].sort(([a], [b]) => (a < b ? -1 : 1)));

async function back(typer: Typer): Promise<void> {
  if (!typer.socket.connected) typer.connect();
  await expect.poll(async () => (await typer.open().catch(() => ({ ok: false }))).ok).toBe(true);
}

describe('boards when things go wrong', () => {
  it('people who draw and lose their lines in any order see one board in the end, and the server keeps it', async () => {
    const meeting = await openMeeting({ features: 'all', rates: { take: () => true, takeFor: () => true } });
    const { ben, cleo, dina, app, dialogue, session } = meeting;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async steps => {
        const name = `board:${session}/plenary`;
        const docs = [ben, cleo, dina].map(() => new Y.Doc());
        const typers = await Promise.all(
          [ben, cleo, dina].map((person, at) => meeting.typer(person, { name, doc: docs[at] as Y.Doc })),
        );
        for (const one of steps) {
          const typer = typers[one.who] as Typer;
          if (one.does === 'draw') typer.doc.transact(() => one.act(typer.doc));
          if (one.does === 'break') typer.socket.disconnect();
          if (one.does === 'return' && !typer.socket.connected) await back(typer);
          if (one.does === 'wait') await typer.saved();
        }
        for (const typer of typers) await back(typer);
        await Promise.all(typers.map(typer => typer.saved()));
        const scenes = () => new Set(docs.map(sceneOf));
        await expect.poll(() => scenes().size).toBe(1);
        const kept = new Y.Doc();
        const bytes = await app.documents.read(dialogue, name);
        if (bytes) Y.applyUpdate(kept, bytes);
        expect([...scenes()]).toEqual([sceneOf(kept)]);
        expect(typers.flatMap(({ refusals }) => refusals).filter(refusal => refusal !== 'busy')).toEqual([]);
        for (const typer of typers) typer.close();
      }),
      { numRuns: 5 },
    );
  }, 90_000);

  it('[B9] what was drawn while a host locked it is refused alone: who drew it goes on under another client id', async () => {
    const meeting = await openMeeting({ features: 'all', rates: { take: () => true, takeFor: () => true } });
    const { session, ben, clients, typer } = meeting;
    const room = `${session}/plenary`;
    const name = `board:${room}`;
    const [organiser] = clients;
    await organiser?.command('sessions.enter', { session });
    const screen = await typer(ben, { name });
    addThing(screen.doc, thingId(0), noteOf('locked soon'));
    await screen.saved();
    await organiser?.command('board.lock', { room, things: [thingId(0)], on: true });
    changeThing(screen.doc, thingId(0), { colour: 'blue' });
    await expect.poll(() => screen.refusals).toContain('documents.locked');
    screen.close();
    const again = await typer(ben, { name });
    expect(readScene(again.doc).get(thingId(0))).toMatchObject({ colour: 'yellow' });
    addThing(again.doc, thingId(1), noteOf('goes on'));
    await again.saved();
    expect([again.refusals, readScene(again.doc).size]).toEqual([[], 2]);
  });
});
