import type { NetworkQuality } from '@multaqa/shared/facilitate/media/signalling';
import type { SpeechMode } from '../local/encoding.ts';
import type { QualityState } from '../media-state.ts';
import { type Ladder, ladderAt, nextRung } from './ladder.ts';
import type { Sample } from './sample.ts';

/** How much the network has to carry: what its owner has chosen, or what it can. */
export type QualityControl = {
  state(): QualityState;
  /** Low-bitrate where the network or its owner says that every bit counts. */
  speech(): SpeechMode;
  /** Held where the network carries audio alone; who saves data by choice decides about their own camera by its button. */
  camera(): 'free' | 'held';
  /** Begins with what this device was set to. */
  begin(): void;
  observe(sample: Sample): void;
  choose(chosen: QualityState['chosen']): void;
};

/** What quality control needs of this device. */
export type QualityControlPorts = {
  /** What was chosen on this device; null before its owner has chosen. */
  recall(): QualityState['chosen'] | null;
  remember(chosen: QualityState['chosen']): void;
  changed(): void;
};

/** Begins on the top rung, chosen by nobody. */
export function openQualityControl({ recall, remember, changed }: QualityControlPorts): QualityControl {
  let chosen: QualityState['chosen'] = 'auto';
  let ladder: Ladder = ladderAt('everything');

  const rung = () => (chosen === 'auto' ? ladder.rung : chosen);

  function use(next: QualityState['chosen']): void {
    // Without a chosen rung the ladder begins on the one of now, and finds the rest.
    if (chosen !== next && next === 'auto') ladder = ladderAt(rung());
    chosen = next;
    changed();
  }

  return {
    state: () => ({ network: networkQuality(chosen, rung()), rung: rung(), chosen }),
    speech: () => (rung() === 'audio-only' ? 'low-bitrate' : 'clear'),
    camera: () => (chosen === 'auto' && rung() === 'audio-only' ? 'held' : 'free'),
    begin() {
      chosen = 'auto';
      ladder = ladderAt('everything');
      use(recall() ?? 'auto');
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
  };
}

function networkQuality(chosen: QualityState['chosen'], rung: QualityState['rung']): NetworkQuality {
  if (rung === 'audio-only') return 'audio-only';
  return chosen === 'auto' && rung !== 'everything' ? 'weak' : 'good';
}
