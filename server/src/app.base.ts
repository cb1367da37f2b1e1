import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AppOptions } from './app.options.ts';
import type { Config } from './config.ts';
import { openRates, type Rates } from './dialogue/rates.ts';
import { addressOf } from './platform/address.ts';
import { type Door, openDoor } from './platform/door.ts';
import { openHttp } from './platform/http.ts';
import { type Identity, openIdentity } from './platform/identity.ts';
import { type Metrics, openMetrics } from './platform/metrics.ts';
import { type Notices, openNotices } from './platform/notices.ts';
import { openSecrets, type Secrets } from './platform/secrets.ts';
import { openSockets, type Sockets } from './platform/sockets.ts';
import { openStore, type StoreAddress } from './platform/store/open-store.ts';
import type { Store } from './platform/store/store.ts';

/** The adapters of the platform, opened. */
export type Base = {
  secrets: Secrets;
  address: StoreAddress;
  store: Store;
  identity: Identity;
  web: ReturnType<typeof openHttp>;
  http: Server;
  io: Sockets;
  rates: Rates;
  door: Door;
  notices: Notices;
  metrics: Metrics;
  publicUrl: string | null;
};

/** Opens what the engines and slices stand on. Rejects when the database or this installation's secret cannot be used. */
export async function openBase(config: Config, { clock, logger, disk, ...options }: AppOptions): Promise<Base> {
  const secrets = await openSecrets(config.DATA_DIR);
  const address: StoreAddress = config.DATABASE_URL
    ? { kind: 'postgres', url: config.DATABASE_URL }
    : { kind: 'sqlite', folder: config.DATA_DIR, ...(disk && { disk }) };
  const store = await openStore(address, error => logger.warn({ error }, 'the database broke off and is opened again'));
  const publicUrl = config.PUBLIC_URL ?? null;
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const identity = openIdentity(store.doors, store.dialogues.ofAccount, isSecure, clock.now);
  const web = openHttp({ publicUrl, trustProxy: config.TRUST_PROXY ?? null });
  const http = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, web);
  const rates = options.rates ?? openRates(clock.monotonic);
  const sourceOf = (request: IncomingMessage) => addressOf(request, web.get('trust proxy fn'));
  return {
    secrets,
    address,
    store,
    identity,
    web,
    http,
    rates,
    publicUrl,
    door: openDoor(identity, store.doors.findAccount, rates.takeFor),
    io: openSockets(http, { publicUrl, addressOf: sourceOf, takeFor: rates.takeFor }),
    notices: openNotices(config.REDIS_URL ?? null, error => logger.warn({ error }, 'notices')),
    metrics: openMetrics(),
  };
}
