import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundDialogue, startTestApp, type TestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';

const read = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/metrics`, { headers });
  return { status: response.status, text: await response.text() };
};
const numberOf = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find(line => line.startsWith(`${name} `))
      ?.split(' ')[1],
  );

describe('the numbers of a server without a token', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  test('count what was done, and tell what is there now', async () => {
    const { ada, dialogue } = await foundDialogue(app);
    const client = await connect(ada, dialogue);
    await client.command('about.edit', { title: 'Local jobs', goal: 'New', languages: ['en'] });
    await client.command('chat.say', { room: 'nowhere', message: 'x', text: '' });
    const { status, text } = await read(app.url);
    expect(status).toBe(200);
    expect(numberOf(text, 'multaqa_connections')).toBe(1);
    expect(numberOf(text, 'multaqa_dialogues_loaded')).toBe(1);
    expect(text).toContain('multaqa_acknowledgement_seconds_count{slice="about",outcome="accepted"} 1');
    expect(numberOf(text, 'multaqa_commands_total')).toBeGreaterThan(0);
    expect(text).toContain('multaqa_lease_changes_total{change="taken"} 1');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(numberOf(text, 'multaqa_outbox_age_seconds')).toBe(0);
    client.close();
  });

  test('are hidden from whoever comes through a proxy, whatever it says of itself', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      expect((await read(app.url, { [header]: '127.0.0.1' })).status).toBe(404);
  });
});

describe('the numbers of a server with a token', () => {
  const token = 'a-token-of-this-test';
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { METRICS_TOKEN: token } });
  });
  afterAll(() => app.stop());

  test('are told to whoever has it, from anywhere, and to nobody else', async () => {
    expect((await read(app.url)).status).toBe(404);
    expect((await read(app.url, { authorization: `Bearer ${token}x` })).status).toBe(404);
    expect((await read(app.url, { authorization: `Bearer ${token}`, via: 'a proxy' })).status).toBe(200);
  });

  test('name nobody: no id of a dialogue or person stands in them', async () => {
    const { ada, dialogue } = await foundDialogue(app);
    const client = await connect(ada, dialogue);
    await client.command('about.edit', { title: 'Local jobs', goal: '', languages: ['en'] });
    const { text } = await read(app.url, { authorization: `Bearer ${token}` });
    expect(text).toContain('slice="about"');
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
    client.close();
  });
});
