import { describe, expect, it, onTestFinished } from 'vitest';
import { startTestApp } from '../../app.samples.ts';
import { workerBin } from '../media/media.samples.ts';
import { type Line, openVoiceLine, prepareMeeting } from './meeting.samples.ts';

describe.skipIf(workerBin === null)('sound in breakouts, through the whole server', () => {
  it('people hear the room they are sent to, and hosts hear and are heard beyond theirs for exactly as long as they say', async () => {
    const app = await startTestApp({ media: { worker: workerBin, count: 1 } });
    onTestFinished(() => app.stop());
    const meeting = await prepareMeeting(app);
    const { session, grouping, people } = meeting;
    const come = async (name: Line['name']) => {
      const line = await openVoiceLine(meeting, name);
      onTestFinished(line.close);
      return line;
    };
    const [ada, ben] = [await come('Ada'), await come('Ben')];
    const [cleo, dina] = [await come('Cleo'), await come('Dina')];
    await expect.poll(ada.hears).toEqual(['Ben room', 'Cleo room', 'Dina room']);
    await ada.does('breakouts.open', { session, grouping });
    await ada.does('breakouts.go', { session });
    expect(ada.hears()).toEqual([]);
    await expect.poll(ben.hears).toEqual(['Cleo room']);
    await expect.poll(dina.hears).toEqual([]);

    const [room] = meeting.rooms;
    await ada.does('sessions.listen', { room, on: true });
    await expect.poll(ada.hears).toEqual(['Ben listening', 'Cleo listening']);
    await ada.does('sessions.address', { session, to: { to: 'rooms', rooms: 'all' } });
    await expect
      .poll(() => [ben, cleo, dina].map(({ hears }) => hears()))
      .toEqual([['Ada address', 'Cleo room'], ['Ada address', 'Ben room'], ['Ada address']]);
    await ada.does('sessions.address', { session, to: { to: 'person', person: people.Dina } });
    await expect.poll(dina.hears).toEqual(['Ada whisper']);
    await expect.poll(() => [ben.hears(), cleo.hears()]).toEqual([['Cleo room'], ['Ben room']]);
    await ada.does('sessions.listen', { room, on: false });
    expect(ada.hears()).toEqual([]);
    await ada.does('sessions.address', { session, to: null });
    await expect.poll(dina.hears).toEqual([]);

    await ada.does('breakouts.close', { session, when: 'now' });
    await expect.poll(ada.hears).toEqual(['Ben room', 'Cleo room', 'Dina room']);
    await expect.poll(dina.hears).toEqual(['Ada room', 'Ben room', 'Cleo room']);
  });
});
