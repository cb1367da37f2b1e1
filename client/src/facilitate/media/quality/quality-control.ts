import type { NetworkQuality } from '@multaqa/shared/facilitate/media/signalling';
import type { DeviceChoice } from '../devices/device-choice.ts';
import type { SpeechMode } from '../local/encoding.ts';
import type { QualityState } from '../media-state.ts';
import { type Ladder, ladderAt, nextRung } from './ladder.ts';
import type { Sample } from './sample.ts';

/** How much the network has to carry: what its owner has chosen, or what it can. */
export type QualityControl = {
  state(): QualityState;
  /** Low-bitrate where the network or its owner says that every bit counts; who merely joined with audio only speaks clearly. */
  speech(): SpeechMode;
  /** Begins with what this device was set to. */
  begin(): void;
  observe(sample: Sample): void;
  choose(chosen: QualityState['chosen']): void;
  /** Somebody who joined with audio only wants video after all. */
  wantVideo(): void;
};

/** What quality control needs of this device. */
export type QualityControlPorts = {
  recall(): { chosen: QualityState['chosen'] | null; devices: DeviceChoice | null };
  remember(chosen: QualityState['chosen']): void;
  changed(): void;
};

/** What was chosen, and whether it follows from the choice of devices only. */
type Choice = { rung: QualityState['chosen']; from: 'person' | 'devices' };

/** Begins on the top rung, chosen by nobody. */
export function openQualityControl({ recall, remember, changed }: QualityControlPorts): QualityControl {
  let choice: Choice = { rung: 'auto', from: 'person' };
  let ladder: Ladder = ladderAt('everything');

  const rung = () => (choice.rung === 'auto' ? ladder.rung : choice.rung);

  function use(next: Choice): void {
    // Without a chosen rung the ladder begins on the one of now, and finds the rest.
    if (choice.rung !== next.rung && next.rung === 'auto')
      ladder = ladderAt(choice.from === 'devices' ? 'everything' : rung());
    choice = next;
    changed();
  }

  return {
    state: () => ({ network: networkQuality(choice.rung, rung()), rung: rung(), chosen: choice.rung }),
    speech: () => (rung() === 'audio-only' && choice.from === 'person' ? 'low-bitrate' : 'clear'),
    begin() {
      const known = recall();
      ladder = ladderAt('everything');
      if (known.chosen) use({ rung: known.chosen, from: 'person' });
      else if (known.devices === 'sound') use({ rung: 'audio-only', from: 'devices' });
      else use({ rung: 'auto', from: 'person' });
    },
    observe(sample) {
      if (choice.rung !== 'auto') return;
      const before = ladder.rung;
      ladder = nextRung(ladder, sample);
      if (ladder.rung !== before) changed();
    },
    choose(next) {
      remember(next);
      use({ rung: next, from: 'person' });
    },
    wantVideo() {
      if (choice.from === 'devices') use({ rung: 'auto', from: 'person' });
    },
  };
}

function networkQuality(chosen: QualityState['chosen'], rung: QualityState['rung']): NetworkQuality {
  if (rung === 'audio-only') return 'audio-only';
  return chosen === 'auto' && rung !== 'everything' ? 'weak' : 'good';
}
