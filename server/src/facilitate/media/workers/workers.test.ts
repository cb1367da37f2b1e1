import { describe, expect, it } from 'vitest';
import { consumersOf, enter, openTestMedia } from '../devices.samples.ts';
import { breakout, workerBin } from '../media.samples.ts';

describe.skipIf(workerBin === null)('a media worker', () => {
  it('after a worker was killed everybody is sent a router again, joins and is received', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    const [pid = 0] = media.workerPids();
    process.kill(pid, 'SIGKILL');
    for (const device of [ada, ben]) await expect.poll(() => device.count('router'), { timeout: 10_000 }).toBe(2);
    expect(media.figures()).toMatchObject({ workerDeaths: 1, participants: 0 });
    expect([...ada.peer.consumers(), ...ben.peer.consumers()]).toEqual([]);
    for (const device of [ada, ben]) {
      expect(await device.join()).toMatchObject({ ok: true });
      await device.openMicrophone();
    }
    await consumersOf(ada).toEqual(['Ben microphone']);
    await consumersOf(ben).toEqual(['Ada microphone']);
  });

  it('a session that outgrows a worker continues in the next, and everybody receives everybody', async () => {
    const media = await openTestMedia({ count: 2, participantsPerRouter: 2 });
    await expect.poll(() => media.figures().workers).toBe(2);
    const [ada, ben, cleo, dina] = [
      await enter(media, 'Ada', breakout),
      await enter(media, 'Ben', breakout),
      await enter(media, 'Cleo', breakout),
      await enter(media, 'Dina', breakout),
    ];
    await dina.openCamera();
    await ada.showCameras(['Dina']);
    await consumersOf(ada).toEqual(['Ben microphone', 'Cleo microphone', 'Dina camera', 'Dina microphone']);
    await consumersOf(cleo).toEqual(['Ada microphone', 'Ben microphone', 'Dina microphone']);
    const [first = 0] = media.workerPids();
    process.kill(first, 'SIGKILL');
    // Participants in the other worker stay, and receive those who come back.
    for (const device of [ada, ben]) await expect.poll(() => device.count('router'), { timeout: 10_000 }).toBe(2);
    await consumersOf(cleo).toEqual(['Dina microphone']);
    expect([cleo, dina].map(device => device.count('router'))).toEqual([1, 1]);
    await ada.join();
    await ada.openMicrophone();
    await consumersOf(cleo).toEqual(['Ada microphone', 'Dina microphone']);
    await consumersOf(ada).toEqual(['Cleo microphone', 'Dina microphone']);
  });

  it('a worker that hangs is killed and replaced', { timeout: 20_000 }, async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const [pid = 0] = media.workerPids();
    process.kill(pid, 'SIGSTOP');
    await expect.poll(() => ada.count('router'), { timeout: 15_000 }).toBe(2);
    expect(await ada.join()).toMatchObject({ ok: true });
    expect(media.workerPids()).not.toContain(pid);
  });
});
