import { limits } from '@multaqa/shared/limits';
import { Router } from 'express';
import { z } from 'zod';
import { type Door, route } from './door.ts';
import type { Logger } from './logger.ts';

const Report = z.strictObject({
  reference: z.string().regex(/^[A-Z0-9]{6}$/),
  /** The address of the page, without what follows `#`. */
  page: z.string().max(500),
  error: z.string().max(limits.faultReport),
});

/** `POST /faults`: what went wrong in somebody's browser, so that the log tells it under the reference that the person saw. */
export function faultRoutes(door: Door, logger: Logger): Router {
  const router = Router();
  route(
    router,
    door,
    { method: 'post', path: '/faults', by: 'signed-in', rate: 'change', input: Report },
    async ({ input: { reference, page, error }, signIn, request }) => {
      const browser = request.headers['user-agent'];
      logger.error({ reference, page, error, signIn: signIn.signIn, browser }, 'a page failed in a browser');
      return { ok: true };
    },
  );
  return router;
}
