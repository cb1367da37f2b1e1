import { usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { noRules } from '@multaqa/shared/cluster/analysis/profiles.samples';
import type { ClustersView } from '@multaqa/shared/cluster/cluster.view';
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
  const publishedOf = () => clusters().published?.of ?? {};

  test('is placed by the rule of the organiser, and by nobody while there is none', async () => {
    const input = wanted(newId(), { count: 2 });
    await ada.post(path(), input);
    await organiser.command('cluster.publish', { arrangement: input.arrangement });
    const waiting = newId();
    await organiser.command('people.add', { people: [cardOf(waiting, 40)] });
    await organiser.command('cluster.late', { rule: 'nearest' });
    await organiser.command('people.add', { people: [cardOf(late, 42)] });
    await organiser.until('placed', () => publishedOf()[late] !== undefined);
    expect(publishedOf()[late]).toBe(publishedOf()[ben]);
    expect(publishedOf()[waiting]).toBeUndefined();
  });

  test('stays where the organiser has put them since, also when they come back', async () => {
    const other = clusters().published?.clusters.find(({ cluster }) => cluster !== publishedOf()[late]);
    await organiser.command('cluster.place', { person: late, cluster: other?.cluster });
    await organiser.command('people.remove', { people: [late] });
    await organiser.command('people.restore', { people: [late] });
    const next = newId();
    await organiser.command('people.add', { people: [cardOf(next, 44)] });
    await organiser.until('the next is placed', () => publishedOf()[next] !== undefined);
    expect(publishedOf()[late]).toBe(other?.cluster);
  });

  test('observers are not grouped', async () => {
    const [observer, next] = [newId(), newId()];
    await organiser.command('people.add', {
      people: [{ ...cardOf(observer, 46), role: 'observer' }, cardOf(next, 48)],
    });
    await organiser.until('the next is placed', () => publishedOf()[next] !== undefined);
    expect(publishedOf()[observer]).toBeUndefined();
  });
});
