import { createSocket, type Socket as Datagrams } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A network between browsers and the server, for pages as for voice and picture: it can be slow, and it can be cut.
 * While it is cut, connections stay and carry nothing; what travels by TCP arrives afterwards, datagrams are lost.
 */
export type Network = {
  /** What browsers open in the place of the server's own address. */
  url: string;
  /** Where browsers find voice and picture, and the port that the server has to take for it. */
  media: { address: string; port: number };
  /** Carries pages to this port of the server from now on. */
  serve(port: number): void;
  cut(): void;
  /** Lets pages and TCP through and no datagram, as many offices do. */
  blockDatagrams(): void;
  heal(): void;
  /** Every message takes so long (ms) one way. */
  setDelay(ms: number): void;
  /** Bytes carried to the browsers so far, pages and media. */
  carried(): { down: number; up: number };
  close(): Promise<void>;
};

const here = '127.0.0.1';
/** A second address of the same machine, so that the port of voice and picture can be the same on both sides. */
const there = '127.0.0.2';

export async function openNetwork(): Promise<Network> {
  let status: 'whole' | 'streams' | 'cut' = 'whole';
  let delay = 0;
  let serverPort = 0;
  let held: (() => void)[] = [];
  const carried = { down: 0, up: 0 };
  const sockets = new Set<Socket>();
  const datagrams = new Map<string, Datagrams>();

  const later = (act: () => void) => void (delay > 0 ? setTimeout(act, delay) : act());
  /** In order, after the delay, and not before the network is whole. */
  const stream = (act: () => void) => {
    if (status === 'cut') held.push(act);
    else later(act);
  };

  function pipe(from: Socket, to: Socket, way: 'down' | 'up'): void {
    from.on('data', chunk => {
      carried[way] += chunk.length;
      stream(() => to.write(chunk));
    });
    from.on('close', () => stream(() => to.destroy()));
    from.on('error', (error: NodeJS.ErrnoException) => {
      // A line that is cut off is what this is for; `close` follows.
      if (!['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) throw error;
    });
  }

  const relay = (target: () => number): Server =>
    createServer(browser => {
      const server = connect(target(), here);
      for (const socket of [browser, server]) {
        sockets.add(socket.setNoDelay());
        socket.once('close', () => sockets.delete(socket));
      }
      pipe(browser, server, 'up');
      pipe(server, browser, 'down');
    });

  const pages = relay(() => serverPort);
  pages.listen(0, here);
  await once(pages, 'listening');
  const media = relay(() => port);
  const front = createSocket('udp4');
  const port = await freeMediaPort(media, front);

  front.on('message', (message, { address, port: from }) => {
    if (status !== 'whole') return;
    carried.up += message.length;
    const key = `${address}:${from}`;
    let back = datagrams.get(key);
    if (!back) {
      back = createSocket('udp4').on('message', answer => {
        if (status !== 'whole') return;
        carried.down += answer.length;
        later(() => front.send(answer, from, address));
      });
      datagrams.set(key, back);
    }
    const to = back;
    later(() => to.send(message, port, here));
  });

  return {
    url: `http://${here}:${(pages.address() as AddressInfo).port}`,
    media: { address: there, port },
    serve(port) {
      serverPort = port;
    },
    cut() {
      status = 'cut';
    },
    blockDatagrams() {
      status = 'streams';
    },
    heal() {
      status = 'whole';
      const waiting = held;
      held = [];
      for (const act of waiting) later(act);
    },
    setDelay(ms) {
      delay = ms;
    },
    carried: () => ({ ...carried }),
    async close() {
      for (const socket of sockets) socket.destroy();
      for (const back of datagrams.values()) back.close();
      front.close();
      await Promise.all([pages, media].map(server => new Promise(resolve => server.close(resolve))));
    },
  };
}

/** Takes a port of the second address that is free on the first one too, on UDP and TCP. */
async function freeMediaPort(media: Server, front: Datagrams): Promise<number> {
  const probe = createServer().listen(0, here);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  media.listen(port, there);
  front.bind(port, there);
  await Promise.all([once(media, 'listening'), once(front, 'listening')]);
  probe.close();
  await once(probe, 'close');
  return port;
}
