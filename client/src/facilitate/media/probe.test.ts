import type { MediaRefusal, RequestName } from '@multaqa/shared/facilitate/media/signalling';
import { Device, type types } from 'mediasoup-client';
import {
  generateLocalDtlsParameters,
  generateNativeRtpCapabilities,
  generateTransportRemoteParameters,
} from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { expect, it } from 'vitest';
import type { MediaLine } from '../../platform/media-line.ts';
import { hello } from './media-client.samples.ts';
import { FakeTrack, openClock } from './media-fakes.samples.ts';
import { probeWay } from './probe.ts';

async function scene(refusal: MediaRefusal | null = null) {
  const asked: { name: RequestName; input: unknown }[] = [];
  const handlers: { options: types.HandlerOptions; handler: FakeHandler }[] = [];
  const fake = FakeHandler.createFactory({ generateNativeRtpCapabilities, generateLocalDtlsParameters });
  const factory = (options: types.HandlerOptions) => {
    const handler = fake.factory(options) as FakeHandler;
    handlers.push({ options, handler });
    return handler;
  };
  const device = new Device({ handlerFactory: { ...fake, factory } });
  await device.load({ routerRtpCapabilities: hello().rtpCapabilities });
  const clock = openClock();
  const track = new FakeTrack('audio');
  const line = {
    async request(name: RequestName, input: unknown) {
      asked.push({ name, input });
      if (refusal) return { ok: false, refusal };
      const reply = { transport: generateTransportRemoteParameters(), iceServers: [{ urls: ['turn:relay.example'] }] };
      return { ok: true, reply: name === 'probe' ? reply : null };
    },
  } as Pick<MediaLine, 'request'>;
  const ports = {
    line,
    device,
    clock: clock.port,
    openSilence: () => ({ track: track.asTrack(), close: () => track.stop() }),
  };
  return { ports, asked, handlers, clock, track };
}

it('a connection that comes to stand works, and is left again', async () => {
  const { ports, asked, handlers, track } = await scene();
  const result = probeWay('udp', ports);
  await expect.poll(() => asked.map(({ name }) => name)).toEqual(['probe', 'probe-connect']);
  handlers[0]?.handler.setConnectionState('connected');
  expect(await result).toBe('works');
  expect(track.readyState).toBe('ended');
  expect(asked).toHaveLength(2);
});

it('a connection that does not stand after eight seconds fails', async () => {
  const { ports, asked, clock } = await scene();
  const result = probeWay('tcp', ports);
  await expect.poll(() => asked).toHaveLength(2);
  await clock.pass(8_000);
  expect(await result).toBe('fails');
});

it('a way that the operator has not set up is absent, and one that nobody answers for fails', async () => {
  expect(await probeWay('relay', (await scene('media.no-way')).ports)).toBe('absent');
  expect(await probeWay('udp', (await scene('media.unavailable')).ports)).toBe('fails');
});

it('the relay is tried without any straight way', async () => {
  const { ports, asked, handlers } = await scene();
  const result = probeWay('relay', ports);
  await expect.poll(() => asked).toHaveLength(2);
  expect(handlers[0]?.options).toMatchObject({
    iceTransportPolicy: 'relay',
    iceServers: [{ urls: ['turn:relay.example'] }],
  });
  handlers[0]?.handler.setConnectionState('failed');
  expect(await result).toBe('fails');
});
