import { limits } from '@multaqa/shared/limits';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import helmet from 'helmet';
import type { z } from 'zod';
import { type Logger, newReference } from './logger.ts';
import { isOwnOrigin } from './origin.ts';

/** What a route answers instead of a result; the code tells the person's language apart from ours. */
export class Refused extends Error {
  readonly refusal: string;
  constructor(refusal: string) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** HTTP status by refusal; what is not listed is a bad request. */
const statuses: Record<string, number> = {
  'signed-out': 401,
  'not-permitted': 403,
  unknown: 404,
  'link-unknown': 404,
  'too-large': 413,
  'too-fast': 429,
  busy: 503,
  elsewhere: 503,
  quarantined: 503,
  'not-ready': 503,
};

const json = express.json({ limit: limits.httpBodyBytes, strict: true });

/** An Express app with what every answer needs: safe headers, an Origin check on everything that changes something, no caching. */
export function openHttp(options: { publicUrl: string | null; trustProxy: string | null }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (options.trustProxy)
    app.set(
      'trust proxy',
      options.trustProxy.split(',').map(part => part.trim()),
    );
  app.use(headers(options.publicUrl));
  app.use((_request, response, next) => {
    response.setHeader(
      'Permissions-Policy',
      'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    );
    next();
  });
  app.use('/api', (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    if (request.method !== 'GET' && !isOwnOrigin(request, options.publicUrl)) return refuse(response, 'not-permitted');
    json(request, response, next);
  });
  return app;
}

function headers(publicUrl: string | null): RequestHandler {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const self = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        // Mantine writes its tokens into a style element at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: self,
        connectSrc: self,
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: self,
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
}

/** Binds a route whose body is parsed by its schema; what it returns is sent as JSON. */
export function route<Schema extends z.ZodType>(
  router: Router,
  method: 'get' | 'post',
  path: string,
  schema: Schema,
  answer: (input: z.infer<Schema>, request: Request, response: Response) => Promise<unknown>,
): void {
  router[method](path, async (request, response) => {
    const parsed = schema.safeParse(method === 'get' ? {} : (request.body ?? {}));
    if (!parsed.success) throw new Refused('malformed');
    response.json(await answer(parsed.data, request, response));
  });
}

/** Turns what routes throw into answers: refusals keep their code, faults keep only a reference to the log. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof Refused) return refuse(response, error.refusal);
    if (error?.type === 'entity.too.large') return refuse(response, 'too-large');
    if (error?.type === 'entity.parse.failed' || error?.status === 400) return refuse(response, 'malformed');
    const reference = newReference();
    logger.error({ error, reference }, 'request failed');
    response.status(500).json({ refusal: 'fault', reference });
  };
}

const refuse = (response: Response, refusal: string): void => {
  response.status(statuses[refusal] ?? 400).json({ refusal });
};
