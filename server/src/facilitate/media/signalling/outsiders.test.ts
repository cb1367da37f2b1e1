import { type RequestName, requests } from '@multaqa/shared/facilitate/media/signalling';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, type Device, enter, newDevice, openTestMedia } from '../devices.samples.ts';
import { breakout, camera, capabilities, lobby, microphone, newPeer, workerBin } from '../media.samples.ts';
import { canReceive } from '../session/can-receive.ts';
import { standingOf } from '../session/standing.ts';
import type { Request } from './requests.ts';

/** How many requests each outsider tries; `OUTSIDERS=20000` by hand. */
const tries = Number(process.env.OUTSIDERS ?? 600);

describe.skipIf(workerBin === null)('outsiders', () => {
  it('whatever somebody in the lobby, in another room or in none asks for, they receive nothing of the plenary', {
    timeout: 60_000,
  }, async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ada.openCamera();
    await ben.showCameras(['Ada']);
    await expect.poll(() => ben.peer.consumers()).toEqual(['Ada camera', 'Ada microphone']);
    const stolen = ben.peer.consumerInfos().map(({ consumer }) => consumer);
    const outsiders = [
      connect(media, newPeer('Cleo', lobby)),
      connect(media, newPeer('Dina', breakout)),
      connect(media, newPeer('Dina', null)),
    ];
    for (const outsider of outsiders)
      for (const request of fc.sample(anyRequest(stolen, [ada, ben]), { numRuns: tries, seed: 1 }))
        await outsider.ask(request.name, request.input as never);
    for (const { peer } of outsiders) {
      expect(peer.consumerInfos().filter(({ person }) => person === 'Ada' || person === 'Ben')).toEqual([]);
      expect(peer.received.flatMap(event => (event.event === 'activeSpeakers' ? event.payload[0] : []))).toEqual([]);
      const seen = peer.received.flatMap(event =>
        event.event === 'participants' ? Object.keys(event.payload[0].people) : [],
      );
      expect(seen.filter(person => ['Ada', 'Ben'].includes(person))).toEqual([]);
    }
    // Those inside are not affected.
    expect(ben.peer.consumers()).toEqual(['Ada camera', 'Ada microphone']);
    expect([ada, ben].map(device => device.count('replaced') + device.count('producerStopped'))).toEqual([0, 0]);
    expect(media.figures()).toMatchObject({ reconcileDifferences: 0, workerDeaths: 0 });
  });

  it('without a seat every request is refused', async () => {
    const media = await openTestMedia();
    const nobody = connect(media, newPeer('Cleo', null));
    for (const request of fc.sample(anyRequest([], []), { numRuns: 200, seed: 2 })) {
      if (request.name.startsWith('probe')) continue;
      expect(await nobody.ask(request.name, request.input as never)).toMatchObject({ ok: false });
    }
    expect(canReceive(standingOf(nobody.peer), standingOf(newPeer('Ben', null)), 'microphone')).toBe(false);
  });
});

/** Any well-formed request, with ids that an attacker may have seen. */
function anyRequest(consumers: readonly string[], victims: readonly Device[]): fc.Arbitrary<Request> {
  const people = fc.constantFrom('Ada', 'Ben', ...victims.map(({ peer }) => peer.person));
  const device = fc.constantFrom(newDevice(), ...victims.map(({ device }) => device));
  const source = fc.constantFrom('microphone', 'camera', 'screen', 'screen-audio');
  const direction = fc.constantFrom('send', 'receive');
  const dtlsParameters = fc.constant({ role: 'client', fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] });
  const ssrc = fc.integer({ min: 20_000, max: 90_000 });
  const inputs: Record<RequestName, fc.Arbitrary<unknown>> = {
    join: fc.record({
      device,
      takeOver: fc.boolean(),
      by: fc.constantFrom('sound', 'text'),
      network: fc.constantFrom('good', 'weak', 'audio-only'),
      rtpCapabilities: fc.constant(capabilities()),
    }),
    rejoin: fc.record({ device }),
    connectTransport: fc.record({ direction, dtlsParameters }),
    restartIce: fc.record({ direction }),
    produce: fc.oneof(
      fc.record({ source, kind: fc.constant('audio'), rtpParameters: ssrc.map(microphone) }),
      fc.record({ source, kind: fc.constant('video'), rtpParameters: ssrc.map(camera) }),
    ),
    pauseProducer: fc.record({ source, paused: fc.boolean() }),
    closeProducer: fc.record({ source }),
    resumeConsumer: fc.record({ consumer: fc.constantFrom('none', ...consumers) }),
    show: fc.record({
      videos: fc.array(
        fc.record({ person: people, source: fc.constantFrom('camera', 'screen'), size: fc.constant('large') }),
        { maxLength: 5 },
      ),
    }),
    overview: fc.record({ on: fc.boolean() }),
    networkQuality: fc.record({ quality: fc.constantFrom('good', 'weak', 'audio-only') }),
    probe: fc.record({ path: fc.constantFrom('udp', 'tcp', 'relay') }),
    connectProbe: fc.record({ dtlsParameters }),
  };
  const names = Object.keys(requests) as RequestName[];
  return fc.oneof(...names.map(name => inputs[name].map(input => ({ name, input }) as Request)));
}
