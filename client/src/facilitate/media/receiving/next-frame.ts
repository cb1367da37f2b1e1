import { background } from '../../../platform/report-fault.ts';

/** From a video's first picture to the copy of what it shows, ms. */
const settling = 500;

/**
 * Gives what a video track shows now, once. Returns how to wait for it no longer; a track that has ended gives nothing.
 * Chromium copies a video as black while it is outside the page, and with its first picture: it is put into the page, unseen,
 * and the copy is made a moment after the first picture that has come over the network.
 */
export function nextFrame(track: MediaStreamTrack, give: (picture: HTMLCanvasElement) => void): () => void {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, ariaHidden: 'true' });
  Object.assign(video.style, {
    position: 'fixed',
    width: '2px',
    height: '2px',
    opacity: '0.01',
    pointerEvents: 'none',
  });
  document.body.append(video);
  let isWanted = true;
  const end = () => {
    isWanted = false;
    video.srcObject = null;
    video.remove();
  };
  const take = () => {
    if (!isWanted) return;
    const picture = pictureOf(video);
    end();
    give(picture);
  };
  const look = () => {
    if (isWanted) onFrame(video, isReceived => (isReceived ? setTimeout(take, settling) : look()));
  };
  video.srcObject = new MediaStream([track]);
  // By itself a video that nobody can see does not begin; its end interrupts it.
  background(video.play(), 'screen-still', 'AbortError');
  look();
  return end;
}

/** Calls back with the next picture, and whether it has come over the network. */
function onFrame(video: HTMLVideoElement, tell: (isReceived: boolean) => void): void {
  video.requestVideoFrameCallback((_, { rtpTimestamp, receiveTime }) =>
    tell(rtpTimestamp !== undefined || receiveTime !== undefined),
  );
}

function pictureOf(video: HTMLVideoElement): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = video.videoWidth;
  picture.height = video.videoHeight;
  picture.getContext('2d')?.drawImage(video, 0, 0);
  return picture;
}
