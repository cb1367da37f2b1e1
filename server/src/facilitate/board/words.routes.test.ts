import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import type { ToldThing } from '@multaqa/shared/facilitate/board/table/told-things';
import { expect, test } from 'vitest';
import { newId } from '../../app.samples.ts';
import { openMeeting } from '../../documents/meeting.samples.ts';

test('[B2] [B11] the words of a board are those of counted votes and of named notes, for whoever may read it', async () => {
  const { app, dialogue, session, organiser, ben, cleo, clients, browserOf } = await openMeeting({ features: 'all' });
  const room = `${session}/plenary`;
  const words = async (by: string, place = 'plenary') => {
    const { status, body } = await browserOf(by).get(`/dialogues/${dialogue}/board/${session}/${place}/words`);
    return { status, things: (body as { things?: ToldThing[] }).things };
  };
  expect(await words(ben)).toEqual({ status: 200, things: [] });

  const [, benHere] = clients;
  const begin = (names: string) =>
    organiser.command('board.begin', { room, round: newId(), names, frame: null, seconds: null });
  const write = (text: string) => benHere?.command('board.jot', { room, note: newId(), text, colour: 'yellow' });
  for (const [names, text] of [
    ['shown', 'بئر'],
    ['hidden', 'Nobody knows'],
  ] as const) {
    await begin(names);
    await write(text);
    await organiser.command('board.reveal', { room });
    await expect.poll(async () => (await begin('shown')).ok).toBe(true);
    await organiser.command('board.discard', { room });
  }
  await app.documents.edit(dialogue, `board:${room}`, cleo, doc => {
    addThing(doc, thingId(1), noteOf('Pumps'));
    addThing(doc, thingId(2), noteOf('Nobody votes for this'));
  });
  await organiser.command('board.call', { room, vote: newId(), frame: null, dots: 3, most: 2, seconds: null });
  await benHere?.command('board.dot', { room, thing: thingId(1), dots: 2 });
  await organiser.command('board.count', { room });

  const said = async () => (await words(cleo)).things?.map(({ text, by }) => [text, by]).sort();
  expect(await said()).toEqual([
    ['Pumps', null],
    ['بئر', ben],
  ]);
  await organiser.command('notes.rule', { session, authors: 'hidden' });
  expect(await said()).toEqual([['Pumps', null]]);
  expect((await words(ben, newId())).status).toBe(404);
  expect((await words(ben, 'lobby')).status).toBe(404);
});
