import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QualityState } from '../media-state.ts';
import { openQualityControl } from './quality-control.ts';
import type { Sample } from './sample.ts';

const grave: Omit<Sample, 'at'> = {
  lossIn: 0.5,
  lossOut: null,
  queueing: null,
  availableBitrate: null,
  concealed: null,
  frozen: null,
};

function openTest(before: QualityState['chosen'] | null = null) {
  let remembered = before;
  let changes = 0;
  const control = openQualityControl({
    recall: () => remembered,
    remember: chosen => {
      remembered = chosen;
    },
    changed: () => {
      changes += 1;
    },
  });
  control.begin();
  let at = 0;
  const observe = (sample: Omit<Sample, 'at'>) => {
    at += 2_500;
    control.observe({ ...sample, at });
  };
  return { control, observe, changes: () => changes };
}

const choices = fc.constantFrom<QualityState['chosen']>('auto', 'everything', 'small-faces', 'no-faces', 'audio-only');
const samples = fc.record({
  lossIn: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  queueing: fc.option(fc.nat(10_000)),
});

it('a rung that somebody has chosen holds, whatever the network does', () => {
  fc.assert(
    fc.property(choices, fc.array(samples), (chosen, measured) => {
      const { control, observe } = openTest();
      control.choose(chosen);
      for (const sample of measured) observe({ ...grave, ...sample });
      if (chosen !== 'auto') expect(control.state()).toMatchObject({ rung: chosen, chosen });
      expect(control.state().chosen).toBe(chosen);
    }),
  );
});

it('the others are told of audio only whenever it is so, and of a weak network only when nobody has chosen', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(choices, samples)), history => {
      const { control, observe } = openTest();
      for (const step of history) {
        if (typeof step === 'string') control.choose(step);
        else observe({ ...grave, ...step });
        const { network, rung, chosen } = control.state();
        expect(network === 'audio-only').toBe(rung === 'audio-only');
        if (chosen !== 'auto') expect(network).not.toBe('weak');
      }
    }),
  );
});

it('the owner of a weak network who lets it be automatic again begins where the network was', () => {
  const { control, observe } = openTest();
  observe(grave);
  observe(grave);
  expect(control.state().rung).toBe('audio-only');
  control.choose('no-faces');
  control.choose('auto');
  expect(control.state().rung).toBe('no-faces');
});

it('a network that carries audio alone holds the camera back; who saves data by choice decides about it themselves', () => {
  const byChoice = openTest('audio-only');
  expect(byChoice.control.state()).toMatchObject({ rung: 'audio-only', chosen: 'audio-only' });
  expect([byChoice.control.camera(), byChoice.control.speech()]).toEqual(['free', 'low-bitrate']);
  const byNetwork = openTest();
  expect([byNetwork.control.camera(), byNetwork.control.speech()]).toEqual(['free', 'clear']);
  byNetwork.observe(grave);
  byNetwork.observe(grave);
  expect([byNetwork.control.camera(), byNetwork.control.speech()]).toEqual(['held', 'low-bitrate']);
});
