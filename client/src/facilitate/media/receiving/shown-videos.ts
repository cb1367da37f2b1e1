import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import { limits } from '@multaqa/shared/limits';
import type { Clock } from '../../../platform/clock.ts';
import { background, resultOrNull } from '../../../platform/report-fault.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';
import type { Rung } from '../media-state.ts';

/** Tells the server which videos this device shows, so that it sends no others. */
export type ShownVideos = {
  show(videos: readonly ShownVideo[]): void;
  /** The rung of the quality ladder, whether nobody can see the page, and whose screen is asked for in place of everything else. */
  adapt(circumstances: Circumstances): void;
  /** How to tell the server from now on, or null while it cannot be told; what is shown is told again. */
  attach(send: Send | null): void;
};

type Circumstances = { rung: Rung; isHidden: boolean; still: string | null };
/** Resolves with whether the server took it. */
type Send = (videos: ShownVideo[]) => Promise<boolean>;

/** Who turns pages quickly causes one request in so many ms. */
const pause = 250;

/** Begins with nothing shown and nobody to tell. */
export function openShownVideos(clock: Clock): ShownVideos {
  let videos: readonly ShownVideo[] = [];
  let circumstances: Circumstances = { rung: 'everything', isHidden: false, still: null };
  let send: Send | null = null;
  let lastSent: string | null = null;
  let isPausing = false;

  function update(): void {
    if (isPausing || !send) return;
    const wanted = wantedIn(circumstances, videos);
    const key = JSON.stringify(wanted);
    if (key === lastSent) return;
    lastSent = key;
    isPausing = true;
    background(tell(send, wanted, key), 'shown-videos');
    clock.after(pause, () => {
      isPausing = false;
      update();
    });
  }

  /** What could not be told is told with the next change, or when the socket is back. */
  async function tell(over: Send, wanted: ShownVideo[], key: string): Promise<void> {
    const isTold = await resultOrNull(over(wanted), 'shown-videos', ...disconnectErrors);
    if (!isTold && lastSent === key) lastSent = null;
  }

  return {
    show(next) {
      videos = next;
      update();
    },
    adapt(next) {
      circumstances = next;
      update();
    },
    attach(next) {
      send = next;
      lastSent = null;
      update();
    },
  };
}

const wantedIn = ({ rung, isHidden, still }: Circumstances, videos: readonly ShownVideo[]): ShownVideo[] => {
  if (isHidden) return [];
  return still ? [{ person: still, source: 'screen', size: 'large' }] : videosOn(rung, videos);
};

/**
 * What is asked for on a rung, of all that is shown; each video once, and no more than the server takes. Thumbnails go
 * first: beside a camera that is shown larger, `small-faces` drops them, and asks for the larger ones in the small size.
 */
export function videosOn(rung: Rung, videos: readonly ShownVideo[]): ShownVideo[] {
  const once = [...new Map(videos.map(video => [`${video.person} ${video.source}`, video])).values()];
  return onRung(rung, once).slice(0, limits.videosPerDevice);
}

function onRung(rung: Rung, videos: readonly ShownVideo[]): readonly ShownVideo[] {
  const screens = videos.filter(({ source }) => source === 'screen');
  const cameras = videos.filter(({ source }) => source === 'camera');
  const larger = cameras.filter(({ size }) => size !== 'small');
  switch (rung) {
    case 'everything':
      return videos;
    case 'small-faces':
      return [
        ...(larger.length > 0 ? larger : cameras).map(camera => ({ ...camera, size: 'small' as const })),
        ...screens,
      ];
    case 'no-faces':
      return screens;
    case 'audio-only':
      return [];
  }
}
