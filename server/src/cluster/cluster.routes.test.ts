import { usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { noRules } from '@multaqa/shared/cluster/analysis/profiles.samples';
import type { ClustersView } from '@multaqa/shared/cluster/cluster.view';
import { sessionInput } from '@multaqa/shared/dialogue.samples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  newId,
  openBrowser,
  redeem,
  startTestApp,
  type TestApp,
} from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';

let app: TestApp;
let ada: Browser;
let organiser: Client;
let dialogue = '';
const people = Array.from({ length: 16 }, newId);
const [ben = ''] = people;
const path = () => `/dialogues/${dialogue}/clusters/proposals`;
const wanted = (arrangement = newId(), settings: object = {}) => ({
  arrangement,
  title: 'By needs',
  settings: { ...usualSettings, ...settings },
});
const clusters = () => organiser.view().cluster as unknown as ClustersView;
const cardOf = (person: string, at: number) => ({
  ...card(person, `Person ${at}`),
  municipality: at % 2 ? 'Sfax' : 'Irbid',
  country: at % 2 ? 'TN' : 'JO',
  languages: ['ar', at % 2 ? 'fr' : 'en'],
  needs: [at % 2 ? 'Tri des déchets' : 'تشغيل الشباب'],
});

beforeAll(async () => {
  app = await startTestApp();
  ({ ada, dialogue } = await foundDialogue(app));
  organiser = await connect(ada, dialogue);
  await organiser.command('people.add', { people: people.map(cardOf) });
});
afterAll(async () => {
  organiser.close();
  await app.stop();
});

describe('proposals for the organisers of a dialogue', () => {
  test('become an arrangement of everybody, with names in four languages; the answer says why so many', async () => {
    const input = wanted();
    const { status, body } = await ada.post(path(), input);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'proposed', why: { kind: 'structure' }, seq: expect.any(Number) });
    await organiser.until('arranged', () => clusters().plan?.arrangements[input.arrangement] !== undefined);
    const found = clusters().plan?.arrangements[input.arrangement];
    expect(found?.title).toBe('By needs');
    expect(Object.keys(found?.of ?? {}).sort()).toEqual([...people].sort());
    expect(found?.clusters).toHaveLength(Number(body.count));
    expect(found?.clusters.map(({ names }) => names.de).sort()).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  test('sent twice are made once', async () => {
    const input = wanted();
    const [one, two] = [await ada.post(path(), input), await ada.post(path(), input)];
    expect(two.body).toEqual(one.body);
    await organiser.until('arranged', () => clusters().plan?.arrangements[input.arrangement] !== undefined);
    expect(Object.values(clusters().plan?.arrangements ?? {}).length).toBe(2);
  });

  test('that cannot be are answered with what contradicts, and arrange nothing', async () => {
    const input = wanted(newId(), { rules: { ...noRules, min: 5, max: 5 } });
    expect((await ada.post(path(), input)).body).toEqual({
      status: 'impossible',
      demands: [
        { rule: 'max', max: 5 },
        { rule: 'min', min: 5 },
      ],
      isProven: true,
    });
    expect(clusters().plan?.arrangements[input.arrangement]).toBeUndefined();
  });

  test('are made one at a time', async () => {
    const answers = await Promise.all([ada.post(path(), wanted()), ada.post(path(), wanted())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503]);
    expect(answers.find(({ status }) => status === 503)?.body).toEqual({ refusal: 'busy' });
  });

  test('tell how far they are to callers who read lines', async () => {
    const response = await fetch(`${app.url}/api${path()}`, {
      method: 'POST',
      headers: {
        origin: app.url,
        cookie: ada.cookie,
        'content-type': 'application/json',
        accept: 'application/x-ndjson',
      },
      body: JSON.stringify(wanted()),
    });
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ result: { status: 'proposed' } });
    expect(lines.slice(0, -1).every(line => line.progress.total > 0)).toBe(true);
  });

  test('stop when whoever asked goes, and then the next may ask', async () => {
    const gone = new AbortController();
    const asking = fetch(`${app.url}/api${path()}`, {
      method: 'POST',
      headers: { origin: app.url, cookie: ada.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(wanted()),
      signal: gone.signal,
    });
    gone.abort();
    await expect(asking).rejects.toThrow();
    await expect.poll(async () => (await ada.post(path(), wanted())).status).toBe(200);
  });

  test('are for nobody else, and say nothing to strangers', async () => {
    const links = await copyLinks(ada, dialogue, [ben]);
    const participant = await redeem(app.url, links[ben] ?? '');
    expect(await participant.post(path(), wanted())).toEqual({ status: 403, body: { refusal: 'not-permitted' } });
    // Before anything is read, let alone computed.
    expect((await participant.post(path(), {})).status).toBe(403);
    expect((await openBrowser(app.url).post(path(), wanted())).status).toBe(401);
    expect((await ada.post(`/dialogues/${newId()}/clusters/proposals`, wanted())).status).toBe(404);
  });

  test.each([
    ['no settings', { arrangement: newId(), title: 'By needs' }],
    ['a weight out of bounds', wanted(newId(), { weights: { ...usualSettings.weights, region: 11 } })],
    ['what nobody asks for', { ...wanted(), origin: 'hand' }],
  ])('with %s are malformed', async (_, input) => {
    expect(await ada.post(path(), input)).toEqual({ status: 400, body: { refusal: 'malformed' } });
  });
});

describe('who comes after the clusters were published', () => {
  const late = newId();
  const done = async (kind: string, input: unknown) =>
    expect(await organiser.command(kind, input)).toMatchObject({ ok: true });
  const publishedOf = () => clusters().published?.of ?? {};

  test('is placed by the rule of the organiser, and by nobody while there is none', async () => {
    const input = wanted(newId(), { count: 2 });
    await ada.post(path(), input);
    await done('cluster.publish', { arrangement: input.arrangement });
    const waiting = newId();
    await done('people.add', { people: [cardOf(waiting, 40)] });
    await done('cluster.late', { rule: 'nearest' });
    await done('people.add', { people: [cardOf(late, 42)] });
    await organiser.until('placed', () => publishedOf()[late] !== undefined);
    expect(publishedOf()[late]).toBe(publishedOf()[ben]);
    expect(publishedOf()[waiting]).toBeUndefined();
  });

  test('stays where the organiser has put them since, also when they come back', async () => {
    const other = clusters().published?.clusters.find(({ cluster }) => cluster !== publishedOf()[late]);
    await done('cluster.place', { person: late, cluster: other?.cluster });
    await done('people.remove', { people: [late] });
    await done('people.restore', { people: [late] });
    const next = newId();
    await done('people.add', { people: [cardOf(next, 44)] });
    await organiser.until('the next is placed', () => publishedOf()[next] !== undefined);
    expect(publishedOf()[late]).toBe(other?.cluster);
  });

  const unknown = (person: string) => ({ ...card(person, 'Nobody yet'), languages: ['ar'] });
  /** Adds somebody of whom enough is known, after whose place everything before has been looked at. */
  async function letPass(): Promise<void> {
    const next = newId();
    await done('people.add', { people: [cardOf(next, 60)] });
    await organiser.until('the next is placed', () => publishedOf()[next] !== undefined);
  }

  test('waits for the nearest cluster until something is known that tells people apart', async () => {
    const [first, second] = [newId(), newId()];
    await done('people.add', { people: [unknown(first), unknown(second)] });
    await letPass();
    expect([publishedOf()[first], publishedOf()[second]]).toEqual([undefined, undefined]);
    await done('form.answer', { person: first, region: 'Coast' });
    await organiser.until('who has answered is placed', () => publishedOf()[first] !== undefined);
    expect(publishedOf()[second]).toBeUndefined();
    await done('people.edit', { ...unknown(second), vision: 'مدينة تشغّل شبابها' });
    await organiser.until('who hopes for something is placed', () => publishedOf()[second] !== undefined);
  });

  test('is placed by what is known at the latest when a session begins for them', async () => {
    const person = newId();
    await done('people.add', { people: [unknown(person)] });
    const session = newId();
    await done('sessions.plan', sessionInput(session));
    await done('sessions.open', { session, admission: 'lobby' });
    const links = await copyLinks(ada, dialogue, [person]);
    const cleo = await connect(await redeem(app.url, links[person] ?? ''), dialogue);
    await letPass();
    expect(publishedOf()[person]).toBeUndefined();
    expect((await cleo.command('sessions.enter', { session })).ok).toBe(true);
    await organiser.until('who has entered is placed', () => publishedOf()[person] !== undefined);
    cleo.close();
  });

  test('goes to the smallest cluster at once, whatever is known', async () => {
    await done('cluster.late', { rule: 'smallest' });
    const person = newId();
    const sizes = new Map(clusters().published?.clusters.map(({ cluster }) => [cluster, 0]));
    for (const cluster of Object.values(publishedOf())) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    await done('people.add', { people: [unknown(person)] });
    await organiser.until('placed', () => publishedOf()[person] !== undefined);
    expect(sizes.get(publishedOf()[person] ?? 'c0')).toBe(Math.min(...sizes.values()));
    await done('cluster.late', { rule: 'nearest' });
  });

  test('observers are not grouped', async () => {
    const [observer, next] = [newId(), newId()];
    await done('people.add', {
      people: [{ ...cardOf(observer, 46), role: 'observer' }, cardOf(next, 48)],
    });
    await organiser.until('the next is placed', () => publishedOf()[next] !== undefined);
    expect(publishedOf()[observer]).toBeUndefined();
  });
});
