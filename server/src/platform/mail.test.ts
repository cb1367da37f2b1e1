import { expect, it, onTestFinished } from 'vitest';
import { openMail } from './mail.ts';
import { startSmtp } from './testing/smtp.ts';

const message = {
  to: 'ada@example.org',
  subject: 'دعوة إلى حوار بين البلديات حول المياه والطاقة والنقل العام في المدن الكبيرة',
  text: 'أهلاً آدا\nJoin: https://multaqa.example/j/#token',
  messageId: '<invitation-1@multaqa.example>',
};

const open = async () => {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.stop());
  const mail = openMail({ url: smtp.url, from: 'Multaqa ملتقى <multaqa@example.org>' });
  if (!mail) throw new Error('no mail');
  return { smtp, mail };
};

it('a mail arrives with its Arabic subject and text as they were', async () => {
  const { smtp, mail } = await open();
  await mail.send(message);
  const [{ source, ...received } = { source: '' }, ...others] = smtp.received;
  const { subject, text } = message;
  expect(received).toEqual({
    from: 'multaqa@example.org',
    to: [message.to],
    subject,
    text: text.replace('\n', '\r\n'),
  });
  expect(source).toContain(`Message-ID: ${message.messageId}`);
  expect(others).toEqual([]);
});

it('a mail with a page says the same to those who read text alone', async () => {
  const { smtp, mail } = await open();
  await mail.send({ ...message, html: '<p dir="auto">أهلاً آدا</p>' });
  expect(smtp.received[0]?.text).toContain('أهلاً آدا');
  expect(smtp.received[0]?.source).toContain('text/html');
});

it.each([
  ['to', 'ada@example.org\r\nBcc: ben@example.org'],
  ['to', 'ada@example.org, ben@example.org'],
  ['to', 'Ada <ada@example.org>'],
  ['subject', 'Hello\nBcc: ben@example.org'],
  ['messageId', '<a@b>\r\nBcc: ben@example.org'],
])('a %s that could reach somebody else is refused', async (field, value) => {
  const { smtp, mail } = await open();
  await expect(mail.send({ ...message, [field]: value })).rejects.toThrow(/line break|one mail address/);
  expect(smtp.received).toEqual([]);
});

it('a message that the server declines is an error, and the next try goes through', async () => {
  const { smtp, mail } = await open();
  smtp.refuse(true);
  await expect(mail.send(message)).rejects.toThrow(/try again later/);
  smtp.refuse(false);
  await mail.send(message);
  expect(smtp.received).toHaveLength(1);
});

it('without a mail server there is no mail', () => {
  expect(openMail({ url: null, from: 'multaqa@example.org' })).toBeNull();
});
