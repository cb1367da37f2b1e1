import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { connect, consumersOf, enter, openTestMedia, options } from '../devices.samples.ts';
import { newPeer, workerBin } from '../media.samples.ts';

/** A logger that keeps its messages. */
function newLog() {
  const lines: string[] = [];
  return { lines, logger: pino({ level: 'error' }, { write: line => lines.push(JSON.parse(line).msg) }) };
}

const fail = (): never => {
  throw new Error('defect');
};

describe.skipIf(workerBin === null)('a peer whose functions throw, in a session of others', () => {
  it('a peer that cannot be sent anything does not disturb the others', async () => {
    const { lines, logger } = newLog();
    const media = await openTestMedia({ ...options, logger });
    const ben = connect(media, { ...newPeer('Ben'), send: fail });
    await ben.join();
    const [ada, cleo] = [await enter(media, 'Ada'), await enter(media, 'Cleo')];
    await consumersOf(ada).toEqual(['Cleo microphone']);
    await consumersOf(cleo).toEqual(['Ada microphone']);
    ben.close('gone');
    expect(media.figures()).toMatchObject({ participants: 2, reconcileDifferences: 0 });
    expect(new Set(lines)).toEqual(new Set(['media message failed']));
  });

  it('a peer for whom the rules throw receives and sends nothing', async () => {
    const media = await openTestMedia();
    const [ada, cleo] = [await enter(media, 'Ada'), await enter(media, 'Cleo')];
    const peer = newPeer('Ben');
    const { audience } = peer;
    let rule = audience;
    const ben = connect(media, { ...peer, audience: () => rule() });
    await ben.join();
    await ben.openMicrophone();
    await consumersOf(ada).toEqual(['Ben microphone', 'Cleo microphone']);
    await consumersOf(ben).toEqual(['Ada microphone', 'Cleo microphone']);
    rule = fail;
    ben.changed();
    expect(media.figures().participants).toBe(2);
    expect([ada, cleo].map(({ peer }) => peer.consumers())).toEqual([['Cleo microphone'], ['Ada microphone']]);
  });
});
