import { timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import type { Metrics } from './metrics.ts';
import { hashOf } from './secrets.ts';

/**
 * `GET /metrics` for whoever watches the server: with a token, by `Authorization: Bearer …`; without one, for programs on
 * this machine only. A request that a proxy has passed on does not count as one of this machine.
 */
export function metricsRoute(metrics: Metrics, token: string | null): Router {
  const router = Router();
  router.get('/metrics', async (request, response) => {
    if (!(token ? hasToken(request, token) : isLocal(request))) return void response.status(404).end();
    const { type, body } = await metrics.text();
    response.setHeader('Cache-Control', 'no-store');
    response.type(type).send(body);
  });
  return router;
}

function hasToken({ headers }: Request, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(token)));
}

const passedOn = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'];

const isLocal = ({ socket, headers }: Request): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') && !passedOn.some(name => name in headers);
