import { Router } from 'express';
import { z } from 'zod';
import { visitorOf } from '../dialogue/admission.ts';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { openFaults } from '../dialogue/faults.ts';
import { type Door, route } from '../platform/door.ts';
import { Refused } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import type { Logger } from '../platform/logger.ts';

const report = {
  method: 'get',
  path: '/dialogues/:dialogue/report',
  by: 'signed-in',
  rate: 'read',
  input: z.strictObject({}),
} as const;

/** The story of a dialogue so far, for everybody who belongs to it. */
export function reportRoutes(ports: { dialogues: Dialogues; identity: Identity; door: Door; logger: Logger }): Router {
  const router = Router();
  route(router, ports.door, report, async ({ request }) => {
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    const { log } = openFaults(ports.logger, visitor.dialogue);
    const references = new Map<string, string>();
    const sections = ports.dialogues.rules.report(visitor.state, ({ slice, error }) =>
      references.set(slice, log(error, 'a part of the report failed', { slice })),
    );
    // A part that could not be told says under which reference the log knows why.
    return {
      sections: sections.map(({ slice, lines }) =>
        lines ? { slice, lines } : { slice, lines: [], reference: references.get(slice) },
      ),
    };
  });
  return router;
}
