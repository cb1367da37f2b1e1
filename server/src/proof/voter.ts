import type { CastBallot } from '@multaqa/shared/facilitate/polls/paper';
import { type Ack, retryable } from '@multaqa/shared/protocol';
import { type Browser, newId, openBrowser } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import { blindPaper, finishPaper } from '../facilitate/polls/voter.samples.ts';

/** Somebody who votes through every loss of the connection: each command is sent until it has a definite answer. */
export type StubbornVoter = {
  command(kind: string, input: object): Promise<Ack>;
  /** A paper for a run; the refusal when there is none to be had. */
  paper(run: string, room: string): Promise<Paper | string>;
  /** Puts a ballot into the box; null, or the refusal. `isSure` is false when an attempt before had no answer. */
  cast(run: string, paper: Paper, ballot: unknown): Promise<{ refusal: string | null; isSure: boolean }>;
  client(): Client | null;
  close(): void;
};

type Paper = Pick<CastBallot, 'input' | 'output' | 'group'>;

// Nothing is asserted about how long it takes to come back.
const pause = () => new Promise<void>(resolve => setTimeout(resolve, 80));

const passing = [...retryable, 'not-ready'];

/** A voter with a browser of their own; `key` is the public key of papers. */
export function openVoter(browser: Browser, dialogue: string, session: string, key: string): StubbornVoter {
  let client: Client | null = null;
  let coming: Promise<Client | null> | null = null;
  let isOpen = true;

  async function comeBack(): Promise<Client | null> {
    try {
      const fresh = await connect(browser, dialogue);
      fresh.socket.once('disconnect', () => {
        if (client === fresh) client = null;
      });
      await fresh.command('sessions.enter', { session });
      client = fresh;
      return fresh;
    } catch {
      await pause();
      return null;
    } finally {
      coming = null;
    }
  }

  async function command(kind: string, input: object): Promise<Ack> {
    const id = newId();
    for (;;) {
      if (!isOpen) throw new Error('the voter has gone');
      coming ??= client ? null : comeBack();
      const line = client ?? (await coming);
      const ack = line && (await line.command(kind, input, id).catch(() => null));
      if (ack && (ack.ok || !passing.includes(ack.refusal))) return ack;
      if (!ack && line) line.close();
      await pause();
    }
  }

  /** The status and body of a definite answer, and how many attempts had none. */
  async function persist(ask: () => ReturnType<Browser['get']>) {
    for (let lost = 0; ; await pause()) {
      const answer = await ask().catch(() => null);
      if (answer && !passing.includes(String(answer.body.refusal))) return { ...answer, lost };
      if (!answer) lost += 1;
    }
  }

  return {
    command,
    async paper(run, room) {
      const preparing = blindPaper(key);
      const ack = await command('polls.paper', { run, room, blinded: preparing.blinded });
      if (!ack.ok) return ack.refusal;
      const { status, body } = await persist(() => browser.get(`/dialogues/${dialogue}/polls/${run}/paper`));
      if (status !== 200) return String(body.refusal);
      const { evaluated, proof, group } = body as { evaluated: string; proof: string; group: string | null };
      return { ...finishPaper({ dialogue, run, group }, key, preparing, { evaluated, proof }), group };
    },
    async cast(run, paper, ballot) {
      const { status, body, lost } = await persist(() =>
        openBrowser(browser.url).post('/ballots', { dialogue, run, ...paper, ballot }),
      );
      return { refusal: status === 200 ? null : String(body.refusal), isSure: lost === 0 };
    },
    client: () => client,
    close() {
      isOpen = false;
      client?.close();
    },
  };
}
