import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { type Browser, card, copyLinks, foundDialogue, newId, openBrowser, redeem } from '../../app.samples.ts';
import { type Client, connect } from '../../client.samples.ts';
import { blindPaper, finishPaper, type Preparing } from './voter.samples.ts';

/** A poll of one choice of three. */
export const anySheet = (more: Partial<Sheet> = {}): Sheet => ({
  question: { en: 'Where do we begin?' },
  hint: {},
  options: ['o1', 'o2', 'o3'].map(option => ({ option, names: { en: `Way ${option}` } })),
  labels: {},
  design: { kind: 'single' },
  names: 'never',
  results: 'after',
  weight: 'person',
  split: null,
  seconds: null,
  ...more,
});

export const choice = (option: string): Ballot => ({ choose: [option] });

/** A paper as it is cast, with the group that it tells. */
export type Paper = { input: string; output: string; group: string | null };

/** Somebody with a browser in a session. */
export type Voter = {
  person: string;
  browser: Browser;
  client: Client;
  /** Gets a paper for a run: blinds, has it signed, and unblinds. */
  paper(run: string): Promise<Paper>;
};

export type Polling = {
  dialogue: string;
  session: string;
  room: string;
  ada: Browser;
  organiser: Client;
  voters: Voter[];
  /** The public key of papers, as anybody is told. */
  key: string;
  launch(sheet: Sheet): Promise<{ poll: string; run: string }>;
  close(run: string): Promise<unknown>;
  /** The run as the organiser is shown it. */
  run(run: string): ShownRun | undefined;
  /** Resolves when the last count of a closed run has been told. */
  counted(run: string): Promise<ShownRun>;
};

/** Casts a ballot as a device does: without a cookie. */
export const cast = (url: string, of: { dialogue: string; run: string }, paper: Paper, ballot: unknown) =>
  openBrowser(url).post('/ballots', { ...of, ...paper, ballot });

/** An open session with so many people in its plenary, and an organiser. */
export async function startPolling(
  app: { url: string; organiserLink: string | null },
  people: number,
  of: (at: number) => Partial<ReturnType<typeof card>> = () => ({}),
): Promise<Polling> {
  const { ada, dialogue } = await foundDialogue(app as Parameters<typeof foundDialogue>[0]);
  const organiser = await connect(ada, dialogue);
  const persons = Array.from({ length: people }, newId);
  for (let at = 0; at < people; at += 50)
    await accepted(
      organiser.command('people.add', {
        people: persons
          .slice(at, at + 50)
          .map((person, place) => ({ ...card(person, `Person ${at + place}`), ...of(at + place) })),
      }),
    );
  const session = newId();
  const plan = { session, title: 'What blocks us?', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await accepted(organiser.command('sessions.plan', plan));
  await accepted(organiser.command('sessions.open', { session, admission: 'direct' }));
  await accepted(organiser.command('sessions.enter', { session }));
  const links = await copyLinks(ada, dialogue, persons);
  const room = plenaryOf(session);
  const { body } = await openBrowser(app.url).get('/ballots/key');
  const key = String(body.key);
  const voters: Voter[] = [];
  for (const person of persons) {
    const browser = await redeem(app.url, links[person] ?? '');
    const client = await connect(browser, dialogue);
    await accepted(client.command('sessions.enter', { session }));
    const paper: Voter['paper'] = async run => {
      const preparing = blindPaper(key);
      await accepted(client.command('polls.paper', { run, room, blinded: preparing.blinded }));
      return finished(browser, { dialogue, run, key }, preparing);
    };
    voters.push({ person, browser, client, paper });
  }
  const runOf = (run: string) => (organiser.view() as { polls?: { runs: Record<string, ShownRun> } }).polls?.runs[run];
  return {
    ...{ dialogue, session, room, ada, organiser, voters, key },
    async launch(sheet) {
      const [poll, run] = [newId(), newId()];
      await accepted(organiser.command('polls.prepare', { poll, session, sheet }));
      const paperKey = sheet.names === 'never' ? key : null;
      await accepted(organiser.command('polls.launch', { poll, run, room, also: [], key: paperKey }));
      return { poll, run };
    },
    close: run => accepted(organiser.command('polls.close', { run, room })),
    run: runOf,
    async counted(run) {
      await organiser.until('the last count', () => {
        const withheld = runOf(run)?.withheld;
        return runOf(run)?.status === 'closed' && withheld !== 'being-counted';
      });
      return runOf(run) as ShownRun;
    },
  };
}

/** Asks for what was blinded and makes a paper of it. */
export async function finished(
  browser: Browser,
  { dialogue, run, key }: { dialogue: string; run: string; key: string },
  preparing: Preparing,
): Promise<Paper> {
  const { status, body } = await browser.get(`/dialogues/${dialogue}/polls/${run}/paper`);
  if (status !== 200) throw new Error(`no paper: ${JSON.stringify(body)}`);
  const { evaluated, proof, group } = body as { evaluated: string; proof: string; group: string | null };
  return { ...finishPaper({ dialogue, run, group }, key, preparing, { evaluated, proof }), group };
}

async function accepted(answer: Promise<{ ok: boolean }>): Promise<unknown> {
  const ack = await answer;
  if (!ack.ok) throw new Error(`refused: ${JSON.stringify(ack)}`);
  return ack;
}
