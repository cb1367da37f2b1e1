import { CastBallot } from '@multaqa/shared/facilitate/polls/paper';
import type { Run } from '@multaqa/shared/facilitate/polls/polls.state';
import { readBallot } from '@multaqa/shared/facilitate/polls/sheet';
import type { State } from '@multaqa/shared/kernel/composition';
import { Id } from '@multaqa/shared/kernel/ids';
import { type Request, type Response, Router } from 'express';
import { visitorOf } from '../../dialogue/admission.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import type { LiveDialogue } from '../../dialogue/live-dialogue.ts';
import { workOrRefusal } from '../../dialogue/work-or-refusal.ts';
import type { Door } from '../../platform/door.ts';
import { Refused, readBody } from '../../platform/http.ts';
import type { Identity } from '../../platform/identity.ts';
import type { Logger } from '../../platform/logger.ts';
import type { BallotBoxes } from './box.ts';
import { numberOf } from './oprf.ts';
import type { Papers } from './papers.ts';

export type BallotRoutePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  papers: Pick<Papers, 'key' | 'evaluate' | 'isPaper'>;
  boxes: Pick<BallotBoxes, 'cast'>;
  /** An anonymous run in a state; null when there is none. */
  runIn(state: State, run: Id): Run | null;
};

/**
 * Papers and ballots of anonymous polls. Who asks for a paper says who they are and gets what they have blinded evaluated; who casts a ballot
 * says nothing of themselves, and a cookie that came along is not looked at. Nothing of a ballot is written into the server's log.
 */
export function ballotRoutes(ports: BallotRoutePorts): Router {
  const { dialogues, door, papers, boxes, runIn } = ports;
  const router = Router();

  router.get('/ballots/key', (request, response) => {
    door.pass(request, 'ballot');
    response.json({ key: papers.key });
  });

  router.get('/dialogues/:dialogue/polls/:run/paper', async (request, response) => {
    await door.admit(request, 'signed-in', 'read');
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    const id = Id.safeParse(request.params.run);
    const run = visitor && id.success ? runIn(visitor.state, id.data) : null;
    const issued = visitor && run?.papers[visitor.person];
    if (!issued || run.key !== papers.key) throw new Refused('unknown');
    const { group, blinded } = issued;
    const info = { dialogue: visitor.dialogue, run: run.run, group };
    const paper = await work(papers.evaluate(info, blinded), request, visitor.dialogue);
    if (!paper) throw new Refused('malformed');
    response.json({ ...paper, group });
  });

  router.post('/ballots', async (request, response) => {
    door.pass(request, 'ballot');
    const { live, casting, run, info, paper } = await readCast(request, response);
    if (!(await work(papers.isPaper(info, paper), request, info.dialogue))) throw new Refused('polls.not-a-paper');
    const kept = await boxes.cast(live, run, { number: numberOf(paper.input), ...casting });
    if (kept !== 'kept') throw new Refused(kept);
    response.json({});
  });

  /** A ballot that its poll allows now, and the dialogue that it is for. */
  async function readCast(request: Request, response: Response) {
    const read = CastBallot.safeParse(await readBody(request, response));
    if (!read.success) throw new Refused('malformed');
    const { dialogue, run, group, input, output } = read.data;
    const live = await openedFor(dialogue);
    const found = runIn(live.runner.state(), run);
    if (!found) throw new Refused('unknown');
    if (found.status !== 'open') throw new Refused('polls.closed');
    const ballot = readBallot(found.sheet, read.data.ballot);
    if (!ballot) throw new Refused('polls.no-such-choice');
    return { live, run, casting: { group, ballot }, info: { dialogue, run, group }, paper: { input, output } };
  }

  async function openedFor(dialogue: string): Promise<LiveDialogue> {
    const live = await dialogues.open(dialogue);
    if (live === null) throw new Refused('unknown');
    if (typeof live === 'string') throw new Refused(live);
    return live;
  }

  const work = <Result>(made: Promise<Result>, request: Request, dialogue: string): Promise<Result> =>
    workOrRefusal(made, {
      logger: ports.logger,
      dialogue,
      steps: { progress: () => {}, signal: AbortSignal.any([]) },
      words: `${request.method === 'GET' ? 'a ballot paper could not be made' : 'a ballot paper could not be checked'}`,
    });

  return router;
}
