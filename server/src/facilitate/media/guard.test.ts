import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { connect, enter, openTestMedia, options, streamsOf } from './devices.samples.ts';
import { newGuest, workerBin } from './media.samples.ts';

/** A logger that keeps what it is told. */
function newLog() {
  const lines: string[] = [];
  return { lines, logger: pino({ level: 'error' }, { write: line => lines.push(JSON.parse(line).msg) }) };
}

const fail = (): never => {
  throw new Error('defect');
};

describe.skipIf(workerBin === null)('somebody for whom everything fails, in a session of others', () => {
  it('who cannot be told anything costs the others nothing', async () => {
    const { lines, logger } = newLog();
    const media = await openTestMedia({ ...options, logger });
    const ben = connect(media, { ...newGuest('Ben'), send: fail });
    await ben.join();
    const [ada, cleo] = [await enter(media, 'Ada'), await enter(media, 'Cleo')];
    await streamsOf(ada).toEqual(['Cleo microphone']);
    await streamsOf(cleo).toEqual(['Ada microphone']);
    ben.close('gone');
    expect(media.figures()).toMatchObject({ people: 2, differences: 0 });
    expect(new Set(lines)).toEqual(new Set(['media message failed']));
  });

  it('for whom the rules fail receives and sends nothing', async () => {
    const media = await openTestMedia();
    const [ada, cleo] = [await enter(media, 'Ada'), await enter(media, 'Cleo')];
    const guest = newGuest('Ben');
    const { audience } = guest;
    let rule = audience;
    const ben = connect(media, { ...guest, audience: () => rule() });
    await ben.join();
    await ben.speak();
    await streamsOf(ada).toEqual(['Ben microphone', 'Cleo microphone']);
    await streamsOf(ben).toEqual(['Ada microphone', 'Cleo microphone']);
    rule = fail;
    ben.changed();
    expect(media.figures().people).toBe(2);
    expect([ada, cleo].map(({ guest }) => guest.streams())).toEqual([['Cleo microphone'], ['Ada microphone']]);
  });
});
