import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, foundDialogue, openBrowser, startTestApp, type TestApp } from '../app.samples.ts';
import { readableLogger } from '../proof/attack.samples.ts';

const { lines, logger } = readableLogger();
const report = { reference: 'AB12CD', page: '/dialogues/d', error: 'TypeError: x is undefined' };
let app: TestApp;
let ada: Browser;
beforeAll(async () => {
  app = await startTestApp({ logger });
  ({ ada } = await foundDialogue(app));
});
afterAll(() => app.stop());

test('what failed in a browser stands in the log under the reference that the person saw', async () => {
  expect((await ada.post('/faults', report)).status).toBe(200);
  expect(lines).toContainEqual(expect.objectContaining({ ...report, msg: 'a page failed in a browser' }));
});

test('strangers write nothing into the log, nor does what is too long or of another form', async () => {
  const before = lines.length;
  expect((await openBrowser(app.url).post('/faults', report)).status).toBe(401);
  expect((await ada.post('/faults', { ...report, error: 'x'.repeat(9_000) })).status).toBe(400);
  expect((await ada.post('/faults', { ...report, reference: 'a\nb' })).status).toBe(400);
  expect(lines.length).toBe(before);
});
