import { limits } from '@multaqa/shared/limits';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import { type Logger, newReference } from './logger.ts';
import { isOwnOrigin } from './origin.ts';

/** What a route answers instead of a result; the code tells the person's language apart from ours. */
export class Refused extends Error {
  readonly refusal: string;
  /** Where the log tells more of a `fault`. */
  readonly reference: string | null;
  constructor(refusal: string, reference: string | null = null) {
    super(refusal);
    this.refusal = refusal;
    this.reference = reference;
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
  fault: 500,
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
    next();
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

/** The JSON of a body, `{}` when there is none; rejects for one that is too large, cut off, or not what it says it is. */
export const readBody = (request: Request, response: Response): Promise<unknown> =>
  new Promise((resolve, reject) =>
    json(request, response, (error?: unknown) => (error ? reject(error) : resolve(request.body ?? {}))),
  );

/** A body as it is, whatever it says it is; rejects for one that is cut off, or larger than `limit` bytes. */
export const readBytes = (request: Request, response: Response, limit: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) =>
    express.raw({ limit, type: () => true, inflate: false })(request, response, (error?: unknown) =>
      error ? reject(error) : resolve(Buffer.isBuffer(request.body) ? request.body : new Uint8Array()),
    ),
  );

/** Turns what routes throw into answers. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const { refusal, reference } = refusalOf(error, logger);
    refuse(response, refusal, reference);
  };
}

/** What a caller is told of an error: refusals keep their code, faults keep only a reference to the log. */
export function refusalOf(error: unknown, logger: Logger): { refusal: string; reference: string | null } {
  if (error instanceof Refused) return error;
  // Express and its parser of bodies mark what the client did wrong with a 4xx: an unknown encoding, a cut-off body, a bad path.
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { refusal: status === 413 ? 'too-large' : 'malformed', reference: null };
  const reference = newReference();
  logger.error({ error, reference }, 'request failed');
  return { refusal: 'fault', reference };
}

const refuse = (response: Response, refusal: string, reference: string | null = null): void => {
  response.status(statuses[refusal] ?? 400).json({ refusal, ...(reference && { reference }) });
};
