import { Router } from 'express';
import { z } from 'zod';
import { visitorOf } from '../dialogue/admission.ts';
import type { Dialogues } from '../dialogue/dialogues.ts';
import { Refused, route } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';

/** The story of a dialogue so far, for everybody who belongs to it. */
export function reportRoutes(ports: { dialogues: Dialogues; identity: Identity }): Router {
  const router = Router();
  route(router, 'get', '/dialogues/:dialogue/report', z.strictObject({}), async (_, request) => {
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    return { sections: ports.dialogues.rules.report(visitor.state) };
  });
  return router;
}
