import type { NetworkQuality } from '@multaqa/shared/facilitate/media/signalling';
import type { DeviceChoice } from './device-choice.ts';
import type { Speech } from './encoding.ts';
import { type Ladder, ladderAt, nextRung, type Sample } from './ladder.ts';
import type { Line } from './media-state.ts';

/** What is asked of the line: as its owner has chosen, or as it bears. */
export type Quality = {
  line(): Line;
  /** Thrifty where the line or its owner says that every bit counts; who merely joined with sound alone speaks clearly. */
  speech(): Speech;
  /** Begins with what this device was set to. */
  begin(): void;
  observe(sample: Sample): void;
  choose(chosen: Line['chosen']): void;
  /** Somebody who joined with sound alone wants pictures after all. */
  wantPictures(): void;
};

export type QualityPorts = {
  recall(): { chosen: Line['chosen'] | null; devices: DeviceChoice | null };
  remember(chosen: Line['chosen']): void;
  changed(): void;
};

export function openQuality({ recall, remember, changed }: QualityPorts): Quality {
  let chosen: Line['chosen'] = 'auto';
  let isUsual = false;
  let ladder: Ladder = ladderAt('everything');

  const rung = () => (chosen === 'auto' ? ladder.rung : chosen);

  function use(next: Line['chosen'], usual = false): void {
    // Who lets go of a rung begins where the line was last, and the ladder finds the rest.
    if (chosen !== next && next === 'auto') ladder = ladderAt(isUsual ? 'everything' : rung());
    chosen = next;
    isUsual = usual;
    changed();
  }

  return {
    line: () => ({ quality: qualityOf(chosen, rung()), rung: rung(), chosen }),
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
    wantPictures() {
      if (isUsual) use('auto');
    },
  };
}

function qualityOf(chosen: Line['chosen'], rung: Line['rung']): NetworkQuality {
  if (rung === 'audio-only') return 'audio-only';
  return chosen === 'auto' && rung !== 'everything' ? 'weak' : 'good';
}
