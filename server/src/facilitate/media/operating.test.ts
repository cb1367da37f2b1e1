import { describe, expect, it } from 'vitest';
import { readableLogger } from '../../proof/attack.samples.ts';
import { connect, consumersOf, enter, openTestMedia } from './devices.samples.ts';
import { breakout, newPeer, session, workerBin } from './media.samples.ts';

describe.skipIf(workerBin === null)('what an operator sees of media', () => {
  it('the debug log tells what happens to a participant, with dialogue, session and person', async () => {
    const { lines, logger } = readableLogger('debug');
    const media = await openTestMedia({ logger });
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    ben.move(breakout);
    ben.close('lost');
    const again = connect(media, newPeer('Ben', breakout), ben.device);
    await again.ask('rejoin', { device: ben.device });
    await again.closeMicrophone();
    again.close();
    const about = (person: string) =>
      lines.filter(line => line.person === person && line.session === session && line.dialogue === ada.peer.dialogue);
    expect(about('Ben').map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([
        'a participant joined',
        'a producer was created',
        'a participant disconnected',
        'a participant rejoined',
        'a producer was closed',
        'a participant left',
      ]),
    );
    expect(about('Ada').map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['a consumer was created', 'a consumer was closed']),
    );
  });

  it('the debug log tells each request with its outcome', async () => {
    const { lines, logger } = readableLogger('debug');
    const media = await openTestMedia({ logger });
    const ben = await enter(media, 'Ben');
    await ben.closeMicrophone();
    await ben.closeMicrophone();
    const requests = lines.filter(({ msg }) => msg === 'a media request was answered');
    expect(requests.map(({ person, request, outcome }) => [person, request, outcome])).toEqual([
      ['Ben', 'join', 'accepted'],
      ['Ben', 'produce', 'accepted'],
      ['Ben', 'closeProducer', 'accepted'],
      ['Ben', 'closeProducer', 'media.unknown'],
    ]);
  });

  it('the figures count what is open', async () => {
    const media = await openTestMedia();
    const [ada, ben] = [await enter(media, 'Ada'), await enter(media, 'Ben')];
    await consumersOf(ada).toEqual(['Ben microphone']);
    await consumersOf(ben).toEqual(['Ada microphone']);
    expect(media.figures()).toEqual({
      sessions: 1,
      participants: 2,
      disconnected: 0,
      transports: 4,
      producers: 2,
      consumers: 2,
      workers: 1,
      workerDeaths: 0,
      detectionDeaths: 0,
      reconcileDifferences: 0,
    });
  });
});
