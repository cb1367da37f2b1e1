import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import { canReceive } from '../session/can-receive.ts';
import { type Participant, videoKey } from '../session/participant.ts';
import type { SessionQueries } from './wanted-consumers.ts';

type Layer = 0 | 1 | 2;
const layers: Record<ShownVideo['size'], Layer> = { small: 0, medium: 1, large: 2 };
/** A camera is told to send less only after a lower layer was enough for this long (ms): pages are turned back and forth. */
const patience = 5_000;

/** Tells these cameras the highest layer that anybody shows, so that no device sends what nobody sees. `now`: ms since the epoch. */
export function sendMaxLayers(cameras: Iterable<Participant>, queries: SessionQueries, now: number): void {
  for (const camera of cameras)
    if (camera.status === 'open' && camera.producers.has('camera'))
      updateMaxLayer(camera, neededLayer(camera, queries), now);
}

function neededLayer(camera: Participant, { standingOf, inRoom }: SessionQueries): Layer | null {
  const standing = standingOf(camera);
  const key = videoKey(camera.peer.person, 'camera');
  let needed: Layer | null = null;
  for (const to of inRoom(standing?.audience.place?.room ?? '')) {
    const size = to.shownVideos.get(key);
    if (size === undefined || !canReceive(standing, standingOf(to), 'camera')) continue;
    if (needed === null || layers[size] > needed) needed = layers[size];
  }
  return needed;
}

function updateMaxLayer(participant: Participant, layer: Layer | null, now: number): void {
  const { maxLayer } = participant;
  if (layer === maxLayer.layer) {
    maxLayer.lessSince = null;
    return;
  }
  const isMore = (layer ?? -1) > (maxLayer.layer ?? -1);
  if (!isMore) maxLayer.lessSince ??= now;
  if (!isMore && now - (maxLayer.lessSince ?? now) < patience) return;
  participant.maxLayer = { layer, lessSince: null };
  participant.peer.send('maxLayer', { layer });
}
