import { describe, expect, it } from 'vitest';
import { connect, consumersOf, enter, eventsOf, newDevice, openTestMedia, participantsOf } from '../devices.samples.ts';
import { newPeer, plenary, workerBin } from '../media.samples.ts';

/** Resolves when a request has begun to wait. */
const nextTurn = () => new Promise(resolve => setImmediate(resolve));

describe.skipIf(workerBin === null)('a device and its connections, with a real worker', () => {
  it('a device whose connection broke keeps everything, and rejoins over a new one', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    await consumersOf(ben).toEqual(['Ada microphone']);
    ben.close('lost');
    expect(ada.peer.consumers()).toEqual(['Ben microphone']);
    const stranger = connect(media, newPeer('Ben'));
    expect(await stranger.ask('rejoin', { device: newDevice() })).toEqual({ ok: false, refusal: 'media.not-here' });
    const again = connect(media, newPeer('Ben'), ben.device);
    const returned = await again.ask('rejoin', { device: ben.device });
    expect(returned).toMatchObject({ ok: true, reply: { consumers: [{ person: 'Ada', source: 'microphone' }] } });
    expect(await again.ask('pauseProducer', { source: 'microphone', paused: true })).toMatchObject({ ok: true });
    expect(await again.ask('restartIce', { direction: 'receive' })).toMatchObject({
      ok: true,
      reply: { iceParameters: { usernameFragment: expect.anything() } },
    });
    expect(eventsOf(ada, 'consumers').flatMap(({ ended }) => ended)).toEqual([]);
    await expect.poll(() => Object.keys(participantsOf(again)).sort()).toEqual(['Ada', 'Ben']);
  });

  it('somebody who was moved away or revoked while disconnected cannot rejoin', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const [ben, cleo] = [await enter(media, 'Ben'), await enter(media, 'Cleo')];
    await consumersOf(ada).toEqual(['Ben microphone', 'Cleo microphone']);
    ben.close('lost');
    cleo.close('lost');
    ben.move(null);
    media.shut('door of Cleo');
    expect(ada.peer.consumers()).toEqual([]);
    for (const { device, peer } of [ben, cleo]) {
      peer.sit(plenary);
      const again = connect(media, newPeer(peer.person), device);
      expect(await again.ask('rejoin', { device })).toEqual({ ok: false, refusal: 'media.not-here' });
    }
  });

  it('a device that joins before its person is seated is in as soon as they are', async () => {
    const media = await openTestMedia({ seatTimeout: 600_000 });
    await enter(media, 'Ada');
    const ben = connect(media, newPeer('Ben', null));
    const joining = ben.join();
    await nextTurn();
    expect(media.figures().participants).toBe(1);
    ben.move(plenary);
    expect(await joining).toMatchObject({ ok: true });
    const dina = connect(media, newPeer('Dina', null));
    const cancelled = dina.join();
    await nextTurn();
    dina.close();
    expect(await cancelled).toEqual({ ok: false, refusal: 'media.not-here' });
    const cleo = connect(media, newPeer('Cleo', null));
    const tooLate = cleo.join();
    cleo.close();
    expect(await tooLate).toEqual({ ok: false, refusal: 'media.not-here' });
  });

  it('a reloaded tab joins again without taking over', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    const reloaded = connect(media, newPeer('Ben'), ben.device);
    expect(await reloaded.join()).toMatchObject({ ok: true });
    expect(media.figures().participants).toBe(2);
  });
});
