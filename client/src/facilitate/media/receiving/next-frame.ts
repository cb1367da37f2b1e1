/** Gives the next picture of a video track, once. Returns how to wait for it no longer; a track that has ended gives none. */
export function nextFrame(track: MediaStreamTrack, give: (picture: HTMLCanvasElement) => void): () => void {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, autoplay: true });
  const take = () => {
    const picture = document.createElement('canvas');
    picture.width = video.videoWidth;
    picture.height = video.videoHeight;
    picture.getContext('2d')?.drawImage(video, 0, 0);
    end();
    give(picture);
  };
  const end = () => {
    video.removeEventListener('loadeddata', take);
    video.srcObject = null;
  };
  video.addEventListener('loadeddata', take);
  video.srcObject = new MediaStream([track]);
  return end;
}
