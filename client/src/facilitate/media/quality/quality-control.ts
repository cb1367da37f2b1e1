import type { NetworkQuality } from '@multaqa/shared/facilitate/media/signalling';
import type { DeviceChoice } from '../devices/device-choice.ts';
import type { SpeechMode } from '../local/encoding.ts';
import type { QualityState } from '../media-state.ts';
import { type Ladder, ladderAt, nextRung, type Sample } from './ladder.ts';

/** What is asked of the line: as its owner has chosen, or as it bears. */
export type QualityControl = {
  state(): QualityState;
  /** Thrifty where the line or its owner says that every bit counts; who merely joined with sound alone speaks clearly. */
  speech(): SpeechMode;
  /** Begins with what this device was set to. */
  begin(): void;
  observe(sample: Sample): void;
  choose(chosen: QualityState['chosen']): void;
  /** Somebody who joined with sound alone wants pictures after all. */
  wantVideo(): void;
};

export type QualityControlPorts = {
  recall(): { chosen: QualityState['chosen'] | null; devices: DeviceChoice | null };
  remember(chosen: QualityState['chosen']): void;
  changed(): void;
};

export function openQualityControl({ recall, remember, changed }: QualityControlPorts): QualityControl {
  let chosen: QualityState['chosen'] = 'auto';
  let isUsual = false;
  let ladder: Ladder = ladderAt('everything');

  const rung = () => (chosen === 'auto' ? ladder.rung : chosen);

  function use(next: QualityState['chosen'], usual = false): void {
    // Who lets go of a rung begins where the line was last, and the ladder finds the rest.
    if (chosen !== next && next === 'auto') ladder = ladderAt(isUsual ? 'everything' : rung());
    chosen = next;
    isUsual = usual;
    changed();
  }

  return {
    state: () => ({ network: qualityOf(chosen, rung()), rung: rung(), chosen }),
    speech: () => (rung() === 'audio-only' && !isUsual ? 'thrifty' : 'clear'),
    begin() {
      const known = recall();
      ladder = ladderAt('everything');
      if (known.chosen) use(known.chosen);
      else if (known.devices === 'sound') use('audio-only', true);
      else use('auto');
    },
    observe(sample) {
      if (chosen !== 'auto') return;
      const before = ladder.rung;
      ladder = nextRung(ladder, sample);
      if (ladder.rung !== before) changed();
    },
    choose(next) {
      remember(next);
      use(next);
    },
    wantVideo() {
      if (isUsual) use('auto');
    },
  };
}

function qualityOf(chosen: QualityState['chosen'], rung: QualityState['rung']): NetworkQuality {
  if (rung === 'audio-only') return 'audio-only';
  return chosen === 'auto' && rung !== 'everything' ? 'weak' : 'good';
}
