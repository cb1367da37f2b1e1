import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived: the envelope, the decoded subject and text, and the whole source. */
export type Received = { from: string; to: string[]; subject: string; text: string; source: string };

/** Starts a mail server that keeps what it takes. `refuse` makes it decline every message. */
export async function startSmtp(): Promise<{
  url: string;
  received: Received[];
  refuse(isRefusing: boolean): void;
  stop(): Promise<void>;
}> {
  const received: Received[] = [];
  let isRefusing = false;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      void text(stream).then(source => {
        if (isRefusing) return done(new Error('try again later'));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...parse(source) });
        done();
      });
    },
  });
  // A client that is cut off is what some tests do.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET') throw error;
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse(value) {
      isRefusing = value;
    },
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

function parse(source: string): Pick<Received, 'subject' | 'text' | 'source'> {
  const { headers, body } = split(source);
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1];
  const part = boundary === undefined ? source : (body.split(`--${boundary}`)[1]?.trimStart() ?? '');
  const subject = /^Subject: (.*)$/m.exec(headers)?.[1] ?? '';
  return { subject: decodeWords(subject), text: decodeBody(part), source };
}

/** Headers, with folded lines joined, and the rest. */
function split(source: string): { headers: string; body: string } {
  const end = source.indexOf('\r\n\r\n');
  return { headers: source.slice(0, end).replace(/\r\n[ \t]+/g, ' '), body: source.slice(end + 4) };
}

function decodeBody(part: string): string {
  const { headers, body } = split(part);
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').trim();
  return (encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body).trim();
}

/** Encoded words of RFC 2047; the space between two of them does not count. */
const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : decodeQuoted(word.replaceAll('_', ' ')),
    );

const decodeQuoted = (value: string): string =>
  Buffer.from(
    value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
