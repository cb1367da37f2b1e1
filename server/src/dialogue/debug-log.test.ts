import { expect, test } from 'vitest';
import { foundDialogue, newId, startTestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { readableLogger } from '../proof/attack.samples.ts';

test('the log at level debug tells a command’s way by its id: answered, committed, told', async () => {
  const { lines, logger } = readableLogger('debug');
  const app = await startTestApp({ logger });
  const { ada, dialogue } = await foundDialogue(app);
  const client = await connect(ada, dialogue);
  const id = newId();
  await client.command('about.edit', { title: 'New title', goal: '', languages: ['en'] }, id);
  await client.until('the title', view => (view.about as { title?: string } | undefined)?.title === 'New title');
  const find = (msg: string) => lines.filter(line => line.msg === msg && line.dialogue === dialogue);
  const [answered] = find('a command was answered').filter(({ command }) => command === id);
  expect(answered).toMatchObject({ kind: 'about.edit', ok: true, person: expect.any(String) });
  const committed = find('a transaction was committed').find(({ commands }) => (commands as string[]).includes(id));
  expect(committed).toMatchObject({ facts: ['about.edited'], seq: answered?.seq });
  expect(find('a patch was sent').map(({ seq }) => seq)).toContain(answered?.seq);
  client.close();
  await app.stop();
});
