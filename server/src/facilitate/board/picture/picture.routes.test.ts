import { addThing, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { expect, test } from 'vitest';
import { newId } from '../../../app.samples.ts';
import { openMeeting } from '../../../documents/meeting.samples.ts';

type Answer = { mark: string };

test('a picture tells what has changed since the last one and nothing else, and only to whoever may read the board', async () => {
  const meeting = await openMeeting({ features: 'all' });
  const { dialogue, session, ben, cleo, browserOf } = meeting;
  const ask = async (since = '', room = 'plenary') => {
    const { url, cookie } = browserOf(cleo);
    const path = `/api/dialogues/${dialogue}/board/${session}/${room}/picture?since=${encodeURIComponent(since)}`;
    const response = await fetch(`${url}${path}`, { headers: { cookie } });
    return { status: response.status, text: await response.text() };
  };
  const markIn = ({ text }: { text: string }) => (JSON.parse(text) as Answer).mark;
  const pen = await meeting.typer(ben, { name: `board:${session}/plenary` });
  pen.doc.transact(() => {
    addThing(pen.doc, thingId(1), noteOf('Nobody repairs the pumps'));
    addThing(pen.doc, thingId(2), noteOf('لا أحد يصلح المضخات'));
  });
  await pen.saved();
  const first = await ask();
  expect(first.text).toContain('Nobody repairs the pumps');
  expect(first.text).toContain('لا أحد يصلح المضخات');

  const same = await ask(markIn(first));
  expect(markIn(same)).toBe(markIn(first));
  expect(same.text).not.toContain('pumps');

  writeThing(pen.doc, thingId(1), 'Somebody repairs the wells');
  await pen.saved();
  const second = await ask(markIn(same));
  expect(markIn(second)).not.toBe(markIn(first));
  expect(second.text).toContain('Somebody repairs the wells');
  expect(second.text).not.toContain('المضخات');

  // A mark that nobody knows gets everything.
  expect((await ask('at 999')).text).toContain('المضخات');
  expect((await ask('', newId())).status).toBe(404);
});
