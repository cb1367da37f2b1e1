/**
 * Gives the next picture of a video track, once. Returns how to wait for it no longer; a track that has ended gives none.
 * Until the first packet has come, browsers show a black picture that nobody has sent: it is not taken.
 */
export function nextFrame(track: MediaStreamTrack, give: (picture: HTMLCanvasElement) => void): () => void {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, autoplay: true });
  let isWanted = true;
  const end = () => {
    isWanted = false;
    video.srcObject = null;
  };
  const look = () => {
    if (!isWanted) return;
    onFrame(video, isReceived => {
      if (!isWanted) return;
      if (!isReceived) return look();
      const picture = pictureOf(video);
      end();
      give(picture);
    });
  };
  video.srcObject = new MediaStream([track]);
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
