import type { types } from 'mediasoup-client';
import type { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';

/** One of the browser's connections. */
export type Connection = {
  direction: 'send' | 'recv';
  handler: FakeHandler;
  isOpen: boolean;
  /** How often something was negotiated while something else was, which browsers do not bear. */
  overlaps: number;
  /** What its counters say. */
  stats: Record<string, unknown>[];
  restarts: number;
  /** The layers that were set, and whether anything was to be sent at all. */
  layers: (number | boolean)[];
  /** How streams were to be encoded. */
  sent: types.HandlerSendOptions[];
  /** The tracks that took the place of others. */
  replaced: (string | undefined)[];
};

/** One of the browser's connections, whose word the test gives. */
export function connectionOf(direction: Connection['direction'], handler: FakeHandler): Connection {
  const connection: Connection = {
    direction,
    handler,
    isOpen: true,
    overlaps: 0,
    stats: [],
    restarts: 0,
    layers: [],
    sent: [],
    replaced: [],
  };
  const close = handler.close.bind(handler);
  handler.close = () => {
    connection.isOpen = false;
    close();
  };
  handler.getTransportStats = async () =>
    new Map(connection.stats.map((entry, at) => [String(at), entry])) as unknown as RTCStatsReport;
  let negotiating = 0;
  const negotiate = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (negotiating > 0) connection.overlaps += 1;
    negotiating += 1;
    // It takes a while, and no turn of the clock.
    for (let step = 0; step < 20; step += 1) await Promise.resolve();
    return act().finally(() => {
      negotiating -= 1;
    });
  };
  const [send, stopSending] = [handler.send.bind(handler), handler.stopSending.bind(handler)];
  handler.send = options => {
    connection.sent.push(options);
    return negotiate(() => send(options));
  };
  handler.stopSending = id => negotiate(() => stopSending(id));
  handler.replaceTrack = async (_, track) => {
    connection.replaced.push(track?.id);
  };
  handler.restartIce = async () => {
    connection.restarts += 1;
  };
  handler.setMaxSpatialLayer = async (_, layer) => {
    connection.layers.push(layer);
  };
  handler.setRtpEncodingParameters = async (_, { active }: { active?: boolean }) => {
    connection.layers.push(active === true);
  };
  return connection;
}

/** A door that what is under way waits at while it is shut. */
export function openGate() {
  let opened = Promise.resolve();
  let open = () => {};
  return {
    passed: () => opened,
    shut() {
      open();
      opened = new Promise(resolve => {
        open = resolve;
      });
    },
    open: () => open(),
  };
}

/** Time that passes when the test says so. */
export function openClock() {
  let now = 1_000_000;
  let waiting: { at: number; act(): void }[] = [];
  return {
    port: {
      now: () => now,
      after(ms: number, act: () => void) {
        const timer = { at: now + ms, act };
        waiting.push(timer);
        return () => {
          waiting = waiting.filter(other => other !== timer);
        };
      },
    },
    async pass(ms: number) {
      const until = now + ms;
      for (;;) {
        await settled();
        const next = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter(other => other !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = until;
      await settled();
    },
  };
}

/** Everything that waits for nothing but its turn has had it. */
const settled = () => new Promise(resolve => setImmediate(resolve));

/** A microphone, a camera or a screen. */
export class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readyState = 'live';
  enabled = true;
  muted = false;
  readonly kind: string;
  constructor(kind: string) {
    super();
    this.kind = kind;
  }
  getSettings() {
    return { height: 720 };
  }
  stop() {
    this.readyState = 'ended';
  }
  /** What the browser does when the device is pulled out, or a shared screen is taken back. */
  unplug() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
  asTrack() {
    return this as unknown as MediaStreamTrack;
  }
}
