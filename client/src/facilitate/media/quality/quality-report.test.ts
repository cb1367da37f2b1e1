import type { NetworkQuality } from '@multaqa/shared/facilitate/media/signalling';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openQualityReport } from './quality-report.ts';

const idle = () => new Promise(resolve => setImmediate(resolve));

it('whatever gets lost: after the last update that arrives, the server knows the quality of now', async () => {
  const qualities = fc.constantFrom<NetworkQuality>('good', 'weak', 'audio-only');
  const outcomes = fc.constantFrom<'taken' | 'refused' | 'lost'>('taken', 'refused', 'lost');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ quality: qualities, outcome: outcomes })), async changes => {
      let now: NetworkQuality = 'good';
      let known: NetworkQuality = 'good';
      let outcome: 'taken' | 'refused' | 'lost' = 'taken';
      const report = openQualityReport({
        current: () => now,
        async send(quality) {
          if (outcome === 'lost') throw new DOMException('no answer', 'TimeoutError');
          if (outcome === 'taken') known = quality;
          return outcome === 'taken';
        },
      });
      for (const change of changes) {
        now = change.quality;
        outcome = change.outcome;
        report.update();
        await idle();
      }
      outcome = 'taken';
      report.update();
      await idle();
      expect(known).toBe(now);
    }),
  );
});

it('what the server was told with the join is not sent again', async () => {
  const sent: NetworkQuality[] = [];
  const report = openQualityReport({
    current: () => 'audio-only',
    async send(quality) {
      sent.push(quality);
      return true;
    },
  });
  report.joined();
  report.update();
  await idle();
  expect(sent).toEqual([]);
});
