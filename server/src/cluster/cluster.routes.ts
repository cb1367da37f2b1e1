import { Settings } from '@multaqa/shared/cluster/analysis/profile';
import { messages } from '@multaqa/shared/cluster/cluster.messages';
import { roleOf } from '@multaqa/shared/people/people.state';
import { Router } from 'express';
import { visitorOf } from '../dialogue/admission.ts';
import { derivedId } from '../dialogue/derived-id.ts';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { workOrRefusal } from '../dialogue/work-or-refusal.ts';
import type { Door } from '../platform/door.ts';
import { Refused, readBody } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import type { Logger } from '../platform/logger.ts';
import { answerInSteps, type Steps } from '../platform/steps.ts';
import { knownOf } from './known.ts';
import type { NamedProposal } from './propose.task.ts';

export type ClusterRoutePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  /** Makes a proposal in a thread; rejects with a `WorkFailed`. */
  propose(dialogue: string, settings: Settings, steps: Steps): Promise<NamedProposal>;
};

/** What a proposal is asked for: the arrangement that it will be, its title, and what counts. */
const Wanted = messages.propose.input.pick({ arrangement: true, title: true }).extend({ settings: Settings });

/** Proposes clusters for the organisers of a dialogue: the result becomes an arrangement, and the answer tells what no fact keeps. */
export function clusterRoutes(ports: ClusterRoutePorts): Router {
  const { dialogues, door, logger } = ports;
  /** Dialogues for which a proposal is being made: one at a time, so that nobody waits for somebody who tries. */
  const busy = new Set<string>();

  const router = Router();
  router.post('/dialogues/:dialogue/clusters/proposals', async (request, response) => {
    await door.admit(request, 'signed-in', 'change');
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    const { dialogue, person, state } = visitor;
    if (roleOf(knownOf(state).people, person) !== 'organiser') throw new Refused('not-permitted');
    const wanted = Wanted.safeParse(await readBody(request, response));
    if (!wanted.success) throw new Refused('malformed');
    if (busy.has(dialogue)) throw new Refused('busy');
    busy.add(dialogue);
    try {
      await answerInSteps(request, response, logger, async steps => {
        const { arrangement, title, settings } = wanted.data;
        const { proposal, names } = await workOrRefusal(ports.propose(dialogue, settings, steps), {
          logger,
          dialogue,
          steps,
          words: 'clusters could not be proposed',
        });
        steps.signal.throwIfAborted();
        if (proposal.status !== 'proposed') return proposal;
        const { clusters, ...told } = proposal;
        const input = {
          ...{ arrangement, title, origin: 'proposal', settings },
          clusters: clusters.map(({ people }, at) => ({
            cluster: `c${at + 1}`,
            names: names[at] ?? {},
            size: people.length,
          })),
          people: clusters.flatMap(({ people }) => people),
        };
        // The same request again has the same effect, however often it is sent.
        const id = derivedId(`propose ${dialogue} ${arrangement}`);
        const ack = await dialogues.command(dialogue, person, 'cluster.propose', input, id);
        if (!ack.ok) throw new Refused(ack.refusal, ack.reference ?? null);
        return { ...told, seq: ack.seq };
      });
    } finally {
      busy.delete(dialogue);
    }
  });
  return router;
}
