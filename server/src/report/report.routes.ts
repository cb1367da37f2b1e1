import { Router } from 'express';
import { visitorOf } from '../dialogue/admission.ts';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { openFaults } from '../dialogue/faults.ts';
import type { Door } from '../platform/door.ts';
import { Refused } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import type { Logger } from '../platform/logger.ts';
import { answerInSteps, type Steps } from '../platform/steps.ts';
import { WorkFailed } from '../platform/work-failed.ts';
import type { ReportPart } from './report.task.ts';
import { type Made, openReports } from './reports.ts';

export type ReportRoutePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  /** Makes the report in a thread; rejects with a `WorkFailed`. */
  make(dialogue: string, steps: Steps): Promise<{ basedOn: number; result: ReportPart[] }>;
};

/** The story of a dialogue so far, for everybody who belongs to it. */
export function reportRoutes(ports: ReportRoutePorts): Router {
  const { dialogues, door, logger } = ports;
  const reports = openReports({
    live(dialogue) {
      const key = dialogues.loaded(dialogue);
      return key && { key, seq: key.runner.seq() };
    },
    make,
  });

  async function make(dialogue: string, steps: Steps): Promise<Made> {
    const { log } = openFaults(logger, dialogue);
    try {
      const { basedOn, result } = await ports.make(dialogue, steps);
      return { basedOn, sections: result.map(sectionOf(log)) };
    } catch (error) {
      if (error instanceof WorkFailed && error.code === 'busy') throw new Refused('busy');
      if (error instanceof WorkFailed && error.code === 'closed') throw new Refused('not-ready');
      if (steps.signal.aborted) throw error;
      throw new Refused('fault', log(error, 'a report could not be made'));
    }
  }

  const router = Router();
  router.get('/dialogues/:dialogue/report', async (request, response) => {
    await door.admit(request, 'signed-in', 'read');
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    await answerInSteps(request, response, logger, async steps => {
      const sections = await reports.of(visitor.dialogue, steps);
      const state = dialogues.loaded(visitor.dialogue)?.runner.state();
      // It took a while: somebody who was removed meanwhile gets nothing.
      if (state && visitor.refusedBy(state)) throw new Refused('unknown');
      return { sections };
    });
  });
  return router;
}

/** A part that could not be told says under which reference the log knows why. */
const sectionOf =
  (log: ReturnType<typeof openFaults>['log']) =>
  (part: ReportPart): Made['sections'][number] => {
    if ('outcome' in part) return part;
    const { slice, error } = part;
    return { slice, reference: log(error, 'a part of the report failed', { slice }) };
  };
