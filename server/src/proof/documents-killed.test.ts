import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textHash } from '@multaqa/shared/documents/text-hash';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Browser, card, copyLinks, foundDialogue, newId, redeem, type TestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { freePort } from '../platform/testing/free-port.ts';
import { seeded } from './seeded.ts';
import { openTyper, type Typer } from './typer.ts';

/** `CRASHES=50 npm test -- documents-killed` is the long run. */
const crashes = Number(process.env.CRASHES ?? 5);
const people = 10;

const children: ChildProcess[] = [];
let folder = '';
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Somebody who types one marked word after another, through every loss of the connection, and closes the tab now and then. */
function startTyping(browser: Browser, dialogue: string, document: string, name: string, random: () => number) {
  let typer = openTyper(browser, dialogue, document);
  let [tab, typed] = [0, 0];
  let isTyping = true;
  /** The words of tabs that are closed, as far as they were acknowledged. */
  const safe: string[] = [];
  const word = (at: number) => `[${name} ${tab} ${at}]`;
  const acknowledged = () => Array.from({ length: typer.acknowledged() }, (_, at) => word(at));
  const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

  async function reconnect(): Promise<void> {
    if (!typer.socket.connected) typer.connect();
    const reply = await Promise.race([typer.open().catch(() => null), pause(2_000)]);
    if (!reply) await pause(20 + random() * 60);
  }

  async function run(): Promise<void> {
    while (isTyping || typer.waiting() > 0 || typer.access() === null) {
      if (typer.access() !== 'write') {
        await reconnect();
        continue;
      }
      if (isTyping && typer.waiting() < 3) {
        typer.type(word(typed));
        typed += 1;
      }
      await pause(4 + random() * 10);
    }
  }
  const running = run();

  return {
    words: () => [...safe, ...acknowledged()],
    typer: (): Typer => typer,
    /** Closes the tab: what was not acknowledged is gone with it. */
    closeTab() {
      safe.push(...acknowledged());
      typer.close();
      [tab, typed] = [tab + 1, 0];
      typer = openTyper(browser, dialogue, document);
    },
    async rest() {
      isTyping = false;
      await running;
    },
  };
}

test(`no acknowledged keystroke is lost while the server is killed ${crashes} times under ${people} who type`, {
  timeout: 3_600_000,
}, async () => {
  folder = await mkdtemp(join(tmpdir(), 'multaqa-documents-'));
  const port = await freePort();
  const random = seeded(20_201_128);
  let up = await start(port);
  const { dialogue, document, browsers } = await prepare(`http://127.0.0.1:${port}`, up.organiserLink);
  const typing = browsers.map((browser, at) => startTyping(browser, dialogue, document, `p${at}`, random));
  const count = () => typing.reduce((sum, { words }) => sum + words().length, 0);
  const acknowledgedMore = async (words: number): Promise<void> => {
    const [goal, { dead }] = [count() + words, up];
    let isDead = false;
    void dead.then(() => {
      isDead = true;
    });
    while (!isDead && count() < goal) await new Promise(resolve => setTimeout(resolve, 5));
  };

  for (let crash = 0; crash < crashes; crash += 1) {
    // An aimed process ends by itself at a flush; the others in the midst of whatever they do.
    const written = acknowledgedMore(10 + Math.floor(random() * 40));
    await (up.isAimed ? Promise.race([up.dead, written.then(() => acknowledgedMore(200))]) : written);
    up.process.kill('SIGKILL');
    await up.dead;
    typing[crash % people]?.closeTab();
    const aim = crash % 2 === 0 ? [crash % 4 === 0 ? 'flush.before' : 'flush.after', String(15 + crash)] : [];
    up = await start(port, aim);
  }
  up.process.kill('SIGKILL');
  await up.dead;
  up = await start(port);
  await acknowledgedMore(10);
  await Promise.all(typing.map(({ rest }) => rest()));

  const reader = openTyper(browsers[0] as Browser, dialogue, document);
  await expect.poll(async () => (await reader.open()).ok).toBe(true);
  const text = reader.text();
  const words = typing.flatMap(one => one.words());
  const written = new Map<string, number>();
  for (const [word] of text.matchAll(/\[p\d+ \d+ \d+\]/g)) written.set(word, (written.get(word) ?? 0) + 1);
  process.stdout.write(`${crashes} kills, ${words.length} acknowledged words, ${text.length} characters\n`);
  expect(words.filter(word => written.get(word) !== 1)).toEqual([]);
  const hashes = () => new Set([reader, ...typing.map(({ typer }) => typer())].map(({ doc }) => textHash(doc)));
  await expect.poll(() => hashes().size, { timeout: 20_000 }).toBe(1);
  for (const { typer } of typing) typer().close();
  reader.close();
});

test('an outcome that was acknowledged just before a kill is in the register afterwards, once, though nobody opens its document', {
  timeout: 120_000,
}, async () => {
  await rm(folder, { recursive: true, force: true });
  folder = await mkdtemp(join(tmpdir(), 'multaqa-outcomes-'));
  const port = await freePort();
  let up = await start(port);
  const url = `http://127.0.0.1:${port}`;
  const { ada, dialogue } = await foundDialogue({ url, organiserLink: up.organiserLink } as TestApp);
  const organiser = await connect(ada, dialogue);
  const session = newId();
  await organiser.command('sessions.plan', {
    ...{ session, title: 'What blocks us?', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' },
  });
  organiser.close();
  const written: string[] = [];
  for (let kill = 0; kill < 3; kill += 1) {
    const typer = openTyper(ada, dialogue, `notes:${session}/plenary`);
    await typer.open();
    written.push(newId());
    typer.doc.getXmlFragment('text').insert(0, [outcome(written.at(-1) ?? '', `Outcome ${kill}`)]);
    await typer.saved();
    up.process.kill('SIGKILL');
    await up.dead;
    typer.close();
    up = await start(port);
    // Who comes back loads the dialogue; the notes stay shut.
    const client = await connect(ada, dialogue);
    const register = async () => {
      const asked = await client.ask('notes.outcomes', { session });
      return asked.ok ? (asked.answer as { outcome: string }[]).map(one => one.outcome).sort() : [];
    };
    await expect.poll(register, { timeout: 20_000 }).toEqual([...written].sort());
    client.close();
  }
});

function outcome(id: string, title: string): Y.XmlElement {
  const [made, head, body] = ['outcome', 'outcomeTitle', 'outcomeBody'].map(name => new Y.XmlElement(name));
  if (!made || !head || !body) throw new Error('no elements');
  made.setAttribute('id', id);
  head.insert(0, [new Y.XmlText(title)]);
  body.insert(0, [new Y.XmlElement('paragraph')]);
  made.insert(0, [head, body]);
  return made;
}

async function start(port: number, aim: readonly string[] = []) {
  const started = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), aim, {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, NODE_OPTIONS: '' },
    execArgv: [],
  });
  children.push(started);
  const dead = once(started, 'exit');
  const [message] = (await once(started, 'message')) as [{ organiserLink: string }];
  return { process: started, dead, organiserLink: message.organiserLink, isAimed: aim.length > 0 };
}

/** An open session whose notes everybody takes, wherever they sit. */
async function prepare(url: string, organiserLink: string) {
  const { ada, dialogue } = await foundDialogue({ url, organiserLink } as TestApp);
  const organiser = await connect(ada, dialogue);
  const all = Array.from({ length: people }, newId);
  await organiser.command('people.add', {
    people: all.map((person, at) => card(person, `Person ${at}`, 'note-taker')),
  });
  const session = newId();
  const plan = { session, title: 'What blocks us?', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await organiser.command('sessions.plan', plan);
  await organiser.command('sessions.open', { session, admission: 'direct' });
  const links = await copyLinks(ada, dialogue, all);
  const browsers: Browser[] = [];
  for (const person of all) {
    browsers.push(await redeem(url, links[person] ?? ''));
  }
  organiser.close();
  return { dialogue, document: `notes:${session}/plenary`, browsers };
}
