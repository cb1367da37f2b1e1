import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import { limits } from '@multaqa/shared/limits';
import type { Clock } from '../../../platform/clock.ts';
import type { Rung } from '../media-state.ts';

/** Tells the server which pictures are on the screen, so that the others rest. */
export type ShownVideos = {
  show(pictures: readonly ShownVideo[]): void;
  /** The rung of the line, and whether anybody can see the page. */
  adapt(circumstances: { rung: Rung; isHidden: boolean }): void;
  /** Where to tell it from now on, with the answer whether the server took it; what is shown is told again. */
  attach(tell: ((pictures: ShownVideo[]) => Promise<boolean>) | null): void;
};

/** Turning pages quickly is told in a few steps a second (ms). */
const pause = 250;

export function openShownVideos(clock: Clock): ShownVideos {
  let pictures: readonly ShownVideo[] = [];
  let circumstances: { rung: Rung; isHidden: boolean } = { rung: 'everything', isHidden: false };
  let tell: ((pictures: ShownVideo[]) => Promise<boolean>) | null = null;
  let told: string | null = null;
  let isPausing = false;

  function settle(): void {
    if (isPausing || !tell) return;
    const wanted = circumstances.isHidden ? [] : videosOn(circumstances.rung, pictures);
    const next = JSON.stringify(wanted);
    if (next === told) return;
    told = next;
    isPausing = true;
    // What could not be told is told with the next change, or when the line is back.
    tell(wanted)
      .catch(() => false)
      .then(isTold => {
        if (!isTold && told === next) told = null;
      });
    clock.after(pause, () => {
      isPausing = false;
      settle();
    });
  }

  return {
    show(next) {
      pictures = next;
      settle();
    },
    adapt(next) {
      circumstances = next;
      settle();
    },
    attach(next) {
      tell = next;
      told = null;
      settle();
    },
  };
}

/**
 * What is asked for on a rung of all that is on the screen. Thumbnails go first: beside a face that is shown larger,
 * `small-faces` does without them, and asks for the larger ones small.
 */
export function videosOn(rung: Rung, pictures: readonly ShownVideo[]): ShownVideo[] {
  const once = [...new Map(pictures.map(picture => [`${picture.person} ${picture.source}`, picture])).values()];
  return onRung(rung, once).slice(0, limits.videosPerDevice);
}

function onRung(rung: Rung, pictures: readonly ShownVideo[]): readonly ShownVideo[] {
  const screens = pictures.filter(({ source }) => source === 'screen');
  const faces = pictures.filter(({ source }) => source === 'camera');
  const larger = faces.filter(({ size }) => size !== 'small');
  switch (rung) {
    case 'everything':
      return pictures;
    case 'small-faces':
      return [...(larger.length > 0 ? larger : faces).map(face => ({ ...face, size: 'small' as const })), ...screens];
    case 'no-faces':
      return screens;
    case 'audio-only':
      return [];
  }
}
