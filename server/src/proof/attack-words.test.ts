import { sessionInput } from '@multaqa/shared/dialogue.samples';
import { expect, test } from 'vitest';
import { card, copyLinks, foundDialogue, newId, redeem, startTestApp } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import { onBothDatabases } from './attack.samples.ts';

const shown = (client: Client) => Object.keys((client.view() as unknown as { chat: object }).chat);

onBothDatabases('words that were taken back', env => {
  test('are told to nobody who comes back with an old position, nor to whom they never were told', async () => {
    const app = await startTestApp({ env: env() });
    const { ada, dialogue } = await foundDialogue(app);
    const [ben, cleo, session] = [newId(), newId(), newId()];
    const room = `${session}/plenary`;
    const host = await connect(ada, dialogue);
    await host.command('people.add', { people: [card(ben, 'Ben'), card(cleo, 'Cleo')] });
    await host.command('sessions.plan', sessionInput(session));
    await host.command('sessions.open', { session, admission: 'direct' });
    const links = await copyLinks(ada, dialogue, [ben, cleo]);
    const [bens, cleos] = [await redeem(app.url, links[ben] ?? ''), await redeem(app.url, links[cleo] ?? '')];
    const one = await connect(bens, dialogue);
    await one.command('sessions.enter', { session });
    await host.command('sessions.enter', { session });
    await one.until('the plenary', () => one.audience().length > 0 && shown(one).length > 0);
    const old = { epoch: one.epoch(), audience: one.audience(), seq: one.seq(), view: one.view() };
    const message = newId();
    await host.command('chat.say', { room, message, text: 'a secret slip' });
    await one.until('the words', () => JSON.stringify(one.view()).includes('a secret slip'));
    const middle = { ...old, seq: one.seq() };
    await host.command('chat.remove', { room, message });
    await one.until('the removal', () => !JSON.stringify(one.view()).includes('a secret slip'));

    // Ben may come back, but to a whole view: every patch from before the removal is gone.
    for (const known of [old, middle]) {
      const back = await connect(bens, dialogue, { known });
      expect(back.told()).not.toContain('a secret slip');
      back.close();
    }
    // Cleo has never been in the plenary and claims to have been.
    await host.command('chat.say', { room, message: newId(), text: 'before Cleo came' });
    await one.until('the words', () => JSON.stringify(one.view()).includes('before Cleo came'));
    const now = { ...old, seq: one.seq() };
    const two = await connect(cleos, dialogue);
    await two.command('sessions.enter', { session });
    await two.until('the plenary', () => shown(two).length > 0);
    two.close();
    for (const known of [old, middle, now]) {
      const claimed = await connect(cleos, dialogue, { known: { ...known, audience: one.audience() } });
      expect(claimed.welcomes[0]).toBe('snapshot');
      claimed.close();
    }
    for (const client of [one, host]) client.close();
    await app.stop();
  });
});
