import { type MediaEvents, type MediaRequests, mediaNamespace } from '@multaqa/shared/facilitate/media/signalling';
import { protocol } from '@multaqa/shared/protocol';
import type { Socket } from 'socket.io-client';
import { type Browser, newId } from '../server/src/app.samples.ts';
import { type Client, connect } from '../server/src/client.samples.ts';
import { openTransport, type WireTransport } from './live/transport.ts';
import { microphoneOf, request, rtpCapabilities } from './live/voice.ts';

/** `move`: what the product does. `rejoin`: the same, but whoever sees that their room is another one joins its media again, with new transports. */
export type Manner = 'move' | 'rejoin';

/** Somebody with an open microphone who is moved between rooms. */
export type Mover = {
  client: Client;
  /** The room in which this person's view seats them, and when (ms) the view first said so. */
  seat(): { room: string; at: number };
  /** Sends one loud packet that names this person. */
  speak(): void;
  /** When (ms) the first packet of these people came after `from`; null before that. */
  heard(whom: ReadonlySet<number>, from: number): number | null;
  forget(): void;
  rejoins(manner: Manner): void;
};

type Pair = { send: WireTransport; receive: WireTransport };

/** How many transports were opened so far: each of them is an ICE and a DTLS handshake. */
export const handshakes = { count: 0 };

/** Connects somebody, seats them in the session, and opens their microphone. */
export async function openMover(browser: Browser, dialogue: string, session: string, who: number): Promise<Mover> {
  const client = await connect(browser, dialogue);
  await client.command('sessions.enter', { session });
  const device = newId();
  const socket: Socket<MediaEvents, MediaRequests> = client.socket.io.socket(mediaNamespace, {
    auth: { protocol, dialogue },
  });
  await new Promise(resolve => socket.once('router', resolve));
  const ssrc = 1_000 + who;
  const packets: { from: number; at: number }[] = [];
  let manner: Manner = 'move';
  let sequence = 0;
  let pair: Pair | null = null;

  async function join(): Promise<void> {
    void pair?.send.close();
    void pair?.receive.close();
    pair = null;
    const place = await request(socket, 'join', {
      ...{ device, takeOver: true, by: 'sound', network: 'good', rtpCapabilities },
    });
    const [send, receive] = await Promise.all([openTransport(place.send), openTransport(place.receive)]);
    for (const [direction, transport] of Object.entries({ send, receive })) {
      const { dtlsParameters } = transport;
      await request(socket, 'connectTransport', { direction: direction as 'send', dtlsParameters });
    }
    receive.follow(payload => packets.push({ from: payload.readUInt32BE(1), at: performance.now() }));
    await Promise.all([send.connect(), receive.connect()]);
    handshakes.count += 2;
    const rtpParameters = microphoneOf(client, ssrc);
    await request(socket, 'produce', { source: 'microphone', kind: 'audio', rtpParameters });
    pair = { send, receive };
  }

  const roomNow = () => roomIn(client.view(), session, client.me());
  let seat = { room: roomNow(), at: performance.now() };
  client.socket.on('welcome', () => {
    const room = roomNow();
    if (room === seat.room) return;
    seat = { room, at: performance.now() };
    if (manner === 'rejoin') void join();
  });
  await join();
  return {
    client,
    seat: () => seat,
    speak() {
      sequence += 1;
      const frame = Buffer.alloc(80, 0xfc);
      frame.writeUInt32BE(who, 1);
      pair?.send.send(frame, { ssrc, sequence: sequence & 0xffff, timestamp: (sequence * 960) % 2 ** 32, below: 20 });
    },
    heard: (whom, from) => packets.find(packet => packet.at >= from && whom.has(packet.from))?.at ?? null,
    forget: () => void packets.splice(0),
    rejoins(next) {
      manner = next;
    },
  };
}

type Seats = { readonly [session: string]: { seats?: { readonly [person: string]: { room: string } } } };

/** The room in which a view seats somebody; empty where it seats them nowhere. */
const roomIn = (view: Record<string, never>, session: string, person: string): string =>
  (view as unknown as { sessions: Seats }).sessions[session]?.seats?.[person]?.room ?? '';
