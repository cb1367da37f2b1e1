import { expect, onTestFinished, test } from 'vitest';
import { hashOf, openSecrets } from '../platform/secrets.ts';
import { openStore } from '../platform/store/open-store.ts';
import { temporaryFolder } from '../platform/testing/folder.ts';
import { organiserLinkJob } from './organiser-mail.ts';

const ben = { account: 'ben', name: 'Ben', email: 'ben@example.org', createdAt: 1, revokedAt: null };

/** A mail that waits in the outbox for a mail server, and how to deliver it. */
async function waitingMail(language: string) {
  const { folder, remove } = temporaryFolder();
  const store = await openStore({ kind: 'sqlite', folder });
  const secrets = await openSecrets(folder);
  onTestFinished(async () => {
    await store.close();
    remove();
  });
  const sent: { to: string; text: string }[] = [];
  let now = 1_000;
  const mail = { send: async (message: { to: string; text: string }) => void sent.push(message) };
  const job = organiserLinkJob({ store, secrets, mail, now: () => now });
  const makeLink = (link: string) =>
    store.doors.putOrganiserLink({ hash: hashOf(secrets.organiserToken(link)), account: 'ben', createdAt: now });
  await store.doors.addAccount(ben);
  await makeLink('first');
  return {
    store,
    sent,
    makeLink,
    token: secrets.organiserToken('first'),
    pass(ms: number) {
      now += ms;
    },
    deliver: () => job({ link: 'first', language, baseUrl: 'https://multaqa.example' }, 'key'),
  };
}

test.each(['en', 'ar', 'fr', 'de'])('the mail in %s brings the link and says that it lasts an hour', async language => {
  const { deliver, sent, token } = await waitingMail(language);
  await deliver();
  expect(sent).toMatchObject([{ to: ben.email }]);
  expect(sent[0]?.text).toContain(`https://multaqa.example/o/#${token}`);
  expect(sent[0]?.text).toMatch(/one hour|ساعة واحدة|une heure|eine Stunde/);
});

test.each([
  ['expired', async ({ pass }) => pass(3_600_000)],
  ['was replaced', async ({ makeLink }) => void (await makeLink('second'))],
  ['was used', async ({ store, token }) => void (await store.doors.useOrganiserLink(hashOf(token), 1_001))],
  ['lost its owner', ({ store }) => store.doors.revokeAccount('ben', 2_000)],
] satisfies [string, (mail: Awaited<ReturnType<typeof waitingMail>>) => Promise<void>][])(
  'no mail goes out with a link that %s while it waited',
  async (_, spoil) => {
    const mail = await waitingMail('en');
    await spoil(mail);
    await mail.deliver();
    expect(mail.sent).toEqual([]);
  },
);
