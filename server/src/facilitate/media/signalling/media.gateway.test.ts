import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alwaysHeard, maySend, measures, reachOf, streamsRestOn } from '@multaqa/shared/dialogue';
import {
  type ConsumerInfo,
  type MediaReply,
  mediaNamespace,
  type RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import { limits, rates } from '@multaqa/shared/limits';
import { protocol } from '@multaqa/shared/protocol';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { foundDialogue, newId, startTestApp, type TestApp } from '../../../app.samples.ts';
import { type Client, connect } from '../../../client.samples.ts';
import { signInRoom } from '../../../dialogue/gateway.ts';
import { openRates } from '../../../dialogue/rates.ts';
import { systemClock } from '../../../platform/clock.ts';
import { openSockets } from '../../../platform/sockets.ts';
import { capabilities, microphone, workerBin } from '../media.samples.ts';
import { type Media, openMedia } from '../media.ts';
import { participantsPerRouter } from '../workers/session-routers.ts';
import { openMediaGateway } from './media.gateway.ts';

const joining = { device: newId(), takeOver: false, by: 'sound', network: 'good', rtpCapabilities: {} };
const logger = pino({ level: 'silent' });
const [ben, cleo, session] = [newId(), newId(), newId()];
const person = (id: string, name: string) => ({
  person: id,
  name,
  email: '',
  municipality: 'Sfax',
  country: 'TN',
  languages: ['en'],
  role: 'participant',
  needs: [],
  vision: '',
});

/** A browser's media socket, with what it has received. */
type Device = {
  socket: Socket;
  routers: unknown[];
  consumers: ConsumerInfo[];
  ask(name: unknown, input: unknown): Promise<MediaReply<RequestName>>;
};

describe('the media gateway', () => {
  let app: TestApp;
  let organiser: Client;
  let dialogue = '';
  let now = systemClock.now();
  let shut = (_room: string) => {};
  let whileAsked = async () => {};
  let isSignedIn = true;

  beforeAll(async () => {
    app = await startTestApp();
    const founded = await foundDialogue(app);
    dialogue = founded.dialogue;
    organiser = await connect(founded.ada, dialogue);
    const added = await organiser.command('people.add', { people: [person(ben, 'Ben'), person(cleo, 'Cleo')] });
    expect(added).toMatchObject({ ok: true });
    const plan = {
      session,
      title: 'What blocks us?',
      goal: '',
      startsAt: 1_800_000_000_000,
      minutes: 90,
      zone: 'Africa/Tunis',
    };
    await organiser.command('sessions.plan', plan);
    await organiser.command('sessions.open', { session, admission: 'direct' });
  });
  afterAll(async () => {
    organiser.close();
    await app.stop();
  });

  /** A server of the media namespace alone; the cookie is the id of the person. */
  async function serve(media: Media | null): Promise<string> {
    const http = createServer();
    const sockets = openSockets(http, { publicUrl: null, addressOf: () => '', takeFor: () => true });
    openMediaGateway(sockets, {
      media,
      dialogues: app.dialogues,
      policy: { maySend, reach: reachOf, alwaysHeard, measures, reads: streamsRestOn },
      rates: openRates(() => now),
      logger,
      async admit({ headers: { cookie } }, id) {
        await whileAsked();
        if (cookie === undefined) return null;
        return {
          dialogue: id,
          person: cookie,
          account: null,
          signIn: 'browser',
          refusedBy: state => (app.dialogues.rules.audienceOf(state, cookie) ? null : 'removed'),
          isStillSignedIn: async () => isSignedIn,
        };
      },
    });
    shut = room => void sockets.of(mediaNamespace).in(room).disconnectSockets(true);
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
    onTestFinished(async () => {
      await sockets.close();
      media?.close();
    });
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  }

  async function open(url: string, cookie: string | null, auth: object = { protocol, dialogue }): Promise<Device> {
    const socket = io(`${url}${mediaNamespace}`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { origin: url, ...(cookie !== null && { cookie }) },
      auth,
    });
    onTestFinished(() => void socket.disconnect());
    const device: Device = {
      socket,
      routers: [],
      consumers: [],
      ask: (name, input) => socket.timeout(5_000).emitWithAck('request', name, input),
    };
    socket.on('router', router => device.routers.push(router));
    socket.on('consumers', ({ began }) => device.consumers.push(...began));
    await new Promise<void>((resolve, reject) => {
      socket.once('router', () => resolve());
      socket.once('connect_error', reject);
      socket.once('disconnect', reason => reject(new Error(reason)));
    });
    return device;
  }

  const openReal = async (): Promise<Media> => {
    const options = {
      workerBin,
      count: 1,
      listen: { host: '127.0.0.1', port: 0 },
      announcedAddress: null,
      turn: null,
      participantsPerRouter,
      seatTimeout: 0,
      videoCodecs: ['VP8'] as const,
    };
    const media = await openMedia({ ...options, clock: systemClock, logger, spoke() {} });
    if (!media) throw new Error('the worker does not start');
    return media;
  };

  it('strangers, removed people and other releases stay outside', async () => {
    const url = await serve(null);
    await expect(open(url, null)).rejects.toThrow('signed-out');
    await expect(open(url, newId())).rejects.toThrow('removed');
    await expect(open(url, ben, { protocol: 0, dialogue })).rejects.toThrow('reload');
    await expect(open(url, ben, { protocol, dialogue: newId() })).rejects.toThrow('signed-out');
    await expect(open(url, ben, { protocol, dialogue, room: 'any' })).rejects.toThrow('malformed');
  });

  it('a server without a worker says so and goes on', async () => {
    const device = await open(await serve(null), ben);
    expect(device.routers).toEqual([null]);
    const unavailable = { ok: false, refusal: 'media.unavailable' };
    expect(await device.ask('join', joining)).toEqual(unavailable);
  });

  it('what is no request is answered or ignored, and the next request is handled', async () => {
    const device = await open(await serve(null), ben);
    const malformed = { ok: false, refusal: 'malformed' };
    const nonsense: [unknown, unknown][] = [
      [null, null],
      ['join', null],
      ['join', { ...joining, person: cleo }],
      ['join', { ...joining, device: 'any' }],
      [
        'show',
        {
          videos: Array.from({ length: limits.videosPerDevice + 1 }, () => ({
            person: cleo,
            source: 'camera',
            size: 'small',
          })),
        },
      ],
      ['toString', {}],
      ['__proto__', {}],
      [{ name: 'join' }, {}],
      ['produce', { source: 'speakers', kind: 'video', rtpParameters: {} }],
      ['resumeConsumer', { consumer: 'x'.repeat(65) }],
    ];
    for (const [name, input] of nonsense) expect(await device.ask(name, input)).toEqual(malformed);
    device.socket.emit('request');
    device.socket.emit('request', 'join', joining);
    device.socket.emit('other', () => {});
    expect(await device.ask('closeProducer', { source: 'camera' })).toEqual({
      ok: false,
      refusal: 'media.unavailable',
    });
  });

  it('a flood is answered too-fast, and later requests are handled again', async () => {
    const device = await open(await serve(null), ben);
    const stop = () => device.ask('closeProducer', { source: 'camera' });
    const replies = await Promise.all(Array.from({ length: rates.media.burst + 1 }, stop));
    expect(replies.filter(reply => !reply.ok && reply.refusal === 'too-fast')).toHaveLength(1);
    now += 1_000;
    expect(await stop()).toEqual({ ok: false, refusal: 'media.unavailable' });
  });

  it('signing out disconnects the media socket', async () => {
    const device = await open(await serve(null), ben);
    shut(signInRoom('another'));
    expect(await device.ask('closeProducer', { source: 'camera' })).toMatchObject({ ok: false });
    shut(signInRoom('browser'));
    await expect.poll(() => device.socket.connected).toBe(false);
  });

  it('somebody who signs out during admission is not admitted', async () => {
    const url = await serve(null);
    onTestFinished(() => {
      isSignedIn = true;
      whileAsked = async () => {};
    });
    whileAsked = async () => {
      isSignedIn = false;
      shut(signInRoom('browser'));
    };
    await expect(open(url, ben)).rejects.toThrow('disconnect');
  });

  it.skipIf(workerBin === null)('people in the plenary receive each other by their seats alone', async () => {
    const media = await openReal();
    const url = await serve(media);
    const joinSeated = async (who: string) => {
      const device = await open(url, who);
      const ready = { ...joining, rtpCapabilities: capabilities() };
      expect(await device.ask('join', ready)).toEqual({ ok: false, refusal: 'media.not-here' });
      const entered = await app.dialogues.command(dialogue, who, 'sessions.enter', { session });
      expect(entered).toMatchObject({ ok: true });
      expect(await device.ask('join', ready)).toMatchObject({ ok: true, reply: { iceServers: [] } });
      return device;
    };
    const [first, second] = [await joinSeated(ben), await joinSeated(cleo)];
    const produced = await first.ask('produce', { source: 'microphone', kind: 'audio', rtpParameters: microphone(1) });
    expect(produced).toMatchObject({ ok: true });
    await expect.poll(() => second.consumers).toMatchObject([{ person: ben, source: 'microphone' }]);
    const broken = second.socket.io.engine;
    broken.close();
    // A broken connection keeps its place for a while; one that leaves gives it up.
    await expect.poll(() => media.figures()).toMatchObject({ participants: 2, disconnected: 1 });
    first.socket.disconnect();
    await expect.poll(() => media.figures()).toMatchObject({ participants: 1, consumers: 0 });
    const third = await open(url, cleo);
    expect(await third.ask('rejoin', { device: newId() })).toEqual({ ok: false, refusal: 'media.not-here' });
    expect(await third.ask('rejoin', { device: joining.device })).toMatchObject({ ok: true, reply: { consumers: [] } });
    expect(media.figures()).toMatchObject({ participants: 1, disconnected: 0 });
  });
});
