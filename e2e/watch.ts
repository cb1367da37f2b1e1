import type { BrowserContext } from '@playwright/test';

/** What must never happen on a page, as sentences, for all pages of a context from now on. */
export async function watch(context: BrowserContext, home: string): Promise<readonly string[]> {
  const found: string[] = [];
  const { host } = new URL(home);
  const isStrange = (url: string) => /^(https?|wss?):/.test(url) && new URL(url).host !== host;

  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', event =>
      console.error(`content policy: ${event.violatedDirective} of ${event.blockedURI || event.sourceFile}`),
    );
  });
  context.on('request', request => {
    if (isStrange(request.url())) found.push(`asked a stranger: ${request.url()}`);
  });
  context.on('console', message => {
    if (message.type() === 'error' && !isOutage(message.text())) found.push(`console: ${message.text()}`);
  });
  context.on('weberror', error => {
    found.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  });
  context.on('dialog', async dialog => {
    found.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  context.on('page', page =>
    page.on('websocket', socket => {
      if (isStrange(socket.url())) found.push(`called a stranger: ${socket.url()}`);
    }),
  );
  return found;
}

// The browser itself reports requests that were refused or met no server, and what is sent on a line that just goes; the product
// says so in its own words on the page and sends it again.
const isOutage = (text: string): boolean =>
  text.startsWith('Failed to load resource:') ||
  text.startsWith('WebSocket is already in CLOSING or CLOSED state') ||
  /^WebSocket connection to '[^']*' failed:/.test(text);
