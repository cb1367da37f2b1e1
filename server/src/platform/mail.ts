import { createTransport } from 'nodemailer';

/** One mail to one person. `text` is for every reader; `messageId` stays the same when it is sent again. */
export type Message = { to: string; subject: string; text: string; html?: string; messageId: string };

export type Mail = {
  /** Resolves when the mail server has taken the message; rejects when it has not, or when a line break would forge a header. */
  send(message: Message): Promise<void>;
};

// A mail server that is silent for so long (ms) will be asked again by the job.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Mail through the server at `url` (`smtp:` or `smtps:`); null when the operator named none. */
export function openMail({ url, from }: { url: string | null; from: string }): Mail | null {
  if (url === null) return null;
  // Files and addresses on the web are never read for a message, whatever it says.
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send({ to, subject, text, html, messageId }) {
      for (const value of [from, to, subject, messageId]) refuseLineBreaks(value);
      if (!oneAddress.test(to)) throw new Error('not one mail address');
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        ...(html !== undefined && { html }),
        messageId,
      });
    },
  };
}

/** A list of addresses must not pass for one: it would disclose them to each other. */
const oneAddress = /^[^\s,;:<>()"]+@[^\s,;:<>()"@]+$/;

function refuseLineBreaks(value: string): void {
  if (/[\r\n]/.test(value)) throw new Error('a line break in a header of a mail');
}
