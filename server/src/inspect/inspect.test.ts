import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, foundDialogue, newId, startTestApp, type TestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';

const program = fileURLToPath(new URL('../inspect.ts', import.meta.url));
const ben = newId();
const [adding, editing] = [newId(), newId()];
let app: TestApp;
let dialogue = '';
let ada = '';

/** What the program says and its exit code, run beside the server as an operator runs it. */
async function inspect(...args: string[]): Promise<{ code: number; text: string }> {
  const env = { ...process.env, DATA_DIR: app.folder };
  const ended = await promisify(execFile)(process.execPath, [program, ...args], { env }).catch(error => error);
  return { code: ended.code ?? 0, text: ended.stdout };
}

beforeAll(async () => {
  app = await startTestApp();
  const founded = await foundDialogue(app);
  dialogue = founded.dialogue;
  const client = await connect(founded.ada, dialogue);
  ada = client.me();
  await client.command('people.add', { people: [{ ...card(ben, 'Ben'), email: 'ben@example.org' }] }, adding);
  await client.command('about.edit', { title: 'Second title', goal: '', languages: ['en'] }, editing);
  client.close();
});
afterAll(() => app.stop());

test('the whole log and its state, beside the running server', async () => {
  const { code, text } = await inspect(dialogue);
  expect(code).toBe(0);
  expect(text).toContain('about.edited  {"title":"Second title"');
  expect(text).toMatch(/The state at 4:[\s\S]*"title": "Second title"/);
});

test('the dialogue may be named by the address of one of its pages', async () => {
  const byAddress = await inspect(`https://example.org/d/${dialogue}/people?x=1`, '--at', '1');
  expect(byAddress).toEqual(await inspect(dialogue, '--at', '1'));
});

test('the state at an earlier position', async () => {
  const { text } = await inspect(dialogue, '--at', '3');
  expect(text).toContain('The state at 3:');
  expect(text).not.toContain('Second title');
});

test('what one person sees, and not what only others see', async () => {
  const { text } = await inspect(dialogue, '--as', ben);
  const seen = JSON.parse(text);
  expect(seen.audience).toEqual({ role: 'participant', place: null, watches: [] });
  expect(Object.keys(seen.view.people)).toEqual(expect.arrayContaining([ada, ben]));
  expect(await inspect(dialogue, '--as', newId())).toMatchObject({ code: 1 });
});

test('a command’s way by its id', async () => {
  const { text } = await inspect(dialogue, '--command', adding);
  expect(text).toContain(`accepted from ${ada}, answered with position 3`);
  expect(text).toContain('people.added');
  expect(text).not.toContain('about.edited');
  expect(await inspect(dialogue, '--command', newId())).toMatchObject({ code: 1 });
});

test('names and addresses are not shown', async () => {
  const { text } = await inspect(dialogue);
  expect(text).toContain(ben);
  expect(text).not.toContain('ben@example.org');
  expect(text).not.toContain('"Ben"');
});

test('wrong arguments are answered by how to use it', async () => {
  for (const args of [[], ['not-an-id'], [dialogue, '--at', 'x'], [dialogue, '--what'], [dialogue, dialogue]])
    expect(await inspect(...args)).toMatchObject({ code: 2, text: expect.stringContaining('npm run inspect') });
  expect((await inspect(newId())).code).toBe(1);
});
