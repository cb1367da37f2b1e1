import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import sirv from 'sirv';

/** The built client: hashed files for ever, the page itself never cached. Without a build it says what to do. */
export function serveClient(folder: string): RequestHandler {
  const page = join(folder, 'index.html');
  const router = Router();
  if (existsSync(folder)) {
    router.use(
      sirv(folder, {
        brotli: true,
        gzip: true,
        setHeaders(response, path) {
          response.setHeader(
            'Cache-Control',
            path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      }),
    );
  }
  // A page of an older release asks for files that are gone: an honest 404 lets it reload itself.
  router.get('/assets/{*path}', (_request, response) => void response.status(404).type('text').send('gone'));
  router.get('/{*path}', (_request, response) => {
    if (!existsSync(page))
      return void response
        .status(503)
        .type('text')
        .send('The client is not built yet: npm run build --workspace client');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    createReadStream(page).pipe(response);
  });
  return router;
}
