import type { MediaRefusal, RequestName } from '@multaqa/shared/facilitate/media/signalling';
import { Device, type types } from 'mediasoup-client';
import {
  generateLocalDtlsParameters,
  generateNativeRtpCapabilities,
  generateTransportRemoteParameters,
} from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { expect, it } from 'vitest';
import type { SignallingSocket } from '../../../platform/signalling-socket.ts';
import { routerInfo } from '../media-client.samples.ts';
import { type Connection, connectionOf, FakeTrack, openClock } from '../media-fakes.samples.ts';
import { probePath } from './probe.ts';

async function openTest(refusal: MediaRefusal | null = null) {
  const asked: { name: RequestName; input: unknown }[] = [];
  const connections: ({ options: types.HandlerOptions } & Connection)[] = [];
  const fake = FakeHandler.createFactory({ generateNativeRtpCapabilities, generateLocalDtlsParameters });
  const factory = (options: types.HandlerOptions) => {
    const connection = connectionOf(options.direction, fake.factory(options) as FakeHandler);
    connections.push(Object.assign(connection, { options }));
    return connection.handler;
  };
  const device = new Device({ handlerFactory: { ...fake, factory } });
  await device.load({ routerRtpCapabilities: routerInfo().rtpCapabilities });
  const clock = openClock();
  const track = new FakeTrack('audio');
  const socket = {
    async request(name: RequestName, input: unknown) {
      asked.push({ name, input });
      if (refusal) return { ok: false, refusal };
      const reply = { transport: generateTransportRemoteParameters(), iceServers: [{ urls: ['turn:relay.example'] }] };
      return { ok: true, reply: name === 'probe' ? reply : null };
    },
  } as Pick<SignallingSocket, 'request'>;
  const page = new AbortController();
  const ports = {
    signal: page.signal,
    socket,
    device,
    clock: clock.port,
    openSilence: () => ({ track: track.asTrack(), close: () => track.stop() }),
  };
  return { ports, asked, connections, clock, track, page };
}

it('a path over which a transport connects works, and the transport is closed', async () => {
  const { ports, asked, connections, track } = await openTest();
  const result = probePath('udp', ports);
  await expect.poll(() => asked.map(({ name }) => name)).toEqual(['probe', 'connectProbe']);
  connections[0]?.handler.setConnectionState('connected');
  expect(await result).toBe('works');
  expect(track.readyState).toBe('ended');
  expect(asked).toHaveLength(2);
});

it('a path over which nothing connects within eight seconds fails', async () => {
  const { ports, asked, clock } = await openTest();
  const result = probePath('tcp', ports);
  await expect.poll(() => asked).toHaveLength(2);
  await clock.pass(8_000);
  expect(await result).toBe('fails');
});

it('nothing is left open when nobody waits for the result any more', async () => {
  const { ports, asked, connections, track, page } = await openTest();
  const result = probePath('udp', ports);
  await expect.poll(() => asked).toHaveLength(2);
  page.abort();
  expect(await result).toBe('fails');
  expect(connections[0]?.isOpen).toBe(false);
  expect(track.readyState).toBe('ended');
  expect(await probePath('tcp', ports)).toBe('fails');
  expect(connections).toHaveLength(1);
});

it('a path that the operator has not set up is absent, and one that nobody answers for fails', async () => {
  expect(await probePath('relay', (await openTest('media.no-path')).ports)).toBe('absent');
  expect(await probePath('udp', (await openTest('media.unavailable')).ports)).toBe('fails');
});

it('the relay is tried without any direct path', async () => {
  const { ports, asked, connections } = await openTest();
  const result = probePath('relay', ports);
  await expect.poll(() => asked).toHaveLength(2);
  expect(connections[0]?.options).toMatchObject({
    iceTransportPolicy: 'relay',
    iceServers: [{ urls: ['turn:relay.example'] }],
  });
  connections[0]?.handler.setConnectionState('failed');
  expect(await result).toBe('fails');
});
