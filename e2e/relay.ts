import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** The operator's relay (coturn), for networks that let nothing else through; and what the server has to know of it. */
export type Relay = { environment: Record<string, string>; close(): Promise<void> };

const secret = 'a secret of the relay and the server';

export async function startRelay(): Promise<Relay> {
  const port = await freePort();
  const options = {
    'listening-port': port,
    'listening-ip': '127.0.0.1',
    'relay-ip': '127.0.0.1',
    'static-auth-secret': secret,
    realm: 'multaqa',
    'log-file': '/dev/null',
    pidfile: '/dev/null',
  };
  const flags = ['-n', '--use-auth-secret', '--allow-loopback-peers', '--no-tls', '--no-dtls', '--no-cli'];
  const set = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const relay = spawn('turnserver', [...flags, ...set], { stdio: 'ignore' });
  await new Promise<void>((resolve, reject) => {
    // Ended by the test later on, it is nothing to complain of: this promise is settled then.
    relay.once('close', code => reject(new Error(`the relay ended with ${code}`)));
    answers(port).then(resolve, reject);
  });
  return {
    environment: { TURN_URLS: `turn:127.0.0.1:${port}?transport=udp`, TURN_SECRET: secret },
    async close() {
      const closed = once(relay, 'close');
      relay.kill();
      await closed;
    },
  };
}

/** Resolves when the relay has answered a binding request (RFC 8489, section 5). */
async function answers(port: number): Promise<void> {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(0x0001, 0);
  request.writeUInt32BE(0x2112a442, 4);
  const socket = createSocket('udp4').on('error', (error: NodeJS.ErrnoException) => {
    // Nobody listens there yet.
    if (error.code !== 'ECONNREFUSED') throw error;
  });
  socket.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const asking = setInterval(() => socket.send(request), 100);
  // `once` of node:events would give up at the first refusal.
  await new Promise<void>(resolve => socket.once('message', () => resolve()));
  clearInterval(asking);
  socket.close();
}

async function freePort(): Promise<number> {
  const probe = createSocket('udp4').bind(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}
