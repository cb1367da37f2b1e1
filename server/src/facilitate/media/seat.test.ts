import { describe, expect, it } from 'vitest';
import { companyOf, connect, enter, newDevice, openTestMedia, streamsOf } from './devices.samples.ts';
import { newGuest, plenary, workerBin } from './media.samples.ts';

/** By then a request has begun to wait. */
const nextTurn = () => new Promise(resolve => setImmediate(resolve));

describe.skipIf(workerBin === null)('the media seat of a person, through a real worker', () => {
  it('a device whose connection broke keeps everything, and goes on over a new one', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await streamsOf(ada).toEqual(['Ben microphone']);
    await streamsOf(ben).toEqual(['Ada microphone']);
    ben.close('lost');
    expect(ada.guest.streams()).toEqual(['Ben microphone']);
    const stranger = connect(media, newGuest('Ben'));
    expect(await stranger.ask('rejoin', { device: newDevice() })).toEqual({ ok: false, refusal: 'media.not-here' });
    const again = connect(media, newGuest('Ben'), ben.device);
    const returned = await again.ask('rejoin', { device: ben.device });
    expect(returned).toMatchObject({ ok: true, reply: { consumers: [{ person: 'Ada', source: 'microphone' }] } });
    expect(await again.ask('pauseProducer', { source: 'microphone', paused: true })).toMatchObject({ ok: true });
    expect(await again.ask('restartIce', { direction: 'receive' })).toMatchObject({
      ok: true,
      reply: { iceParameters: { usernameFragment: expect.anything() } },
    });
    expect(ada.count('consumerClosed')).toBe(0);
    await expect.poll(() => Object.keys(companyOf(again)).sort()).toEqual(['Ada', 'Ben']);
  });

  it('who was moved away, or shut out, while the connection was broken has nothing to come back to', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const [ben, cleo] = [await enter(media, 'Ben'), await enter(media, 'Cleo')];
    await streamsOf(ada).toEqual(['Ben microphone', 'Cleo microphone']);
    ben.close('lost');
    cleo.close('lost');
    ben.move(null);
    media.shut('door of Cleo');
    expect(ada.guest.streams()).toEqual([]);
    for (const { device, guest } of [ben, cleo]) {
      guest.sit(plenary);
      const again = connect(media, newGuest(guest.person), device);
      expect(await again.ask('rejoin', { device })).toEqual({ ok: false, refusal: 'media.not-here' });
    }
  });

  it('a device that joins ahead of its seat is in as soon as the seat is, and waits for nothing else', async () => {
    const media = await openTestMedia({ seatPatience: 600_000 });
    await enter(media, 'Ada');
    const ben = connect(media, newGuest('Ben', null));
    const joining = ben.join();
    await nextTurn();
    expect(media.figures().people).toBe(1);
    ben.move(plenary);
    expect(await joining).toMatchObject({ ok: true });
    const dina = connect(media, newGuest('Dina', null));
    const inVain = dina.join();
    await nextTurn();
    dina.close();
    expect(await inVain).toEqual({ ok: false, refusal: 'media.not-here' });
    const cleo = connect(media, newGuest('Cleo', null));
    const tooLate = cleo.join();
    cleo.close();
    expect(await tooLate).toEqual({ ok: false, refusal: 'media.not-here' });
  });

  it('a reload takes its own seat back without being asked', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    const reloaded = connect(media, newGuest('Ben'), ben.device);
    expect(await reloaded.join()).toMatchObject({ ok: true });
    expect(media.figures().people).toBe(2);
  });
});
