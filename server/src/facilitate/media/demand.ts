import type { ShownVideo, VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import { canReceive } from './can-receive.ts';
import { pictureCodecFor } from './codecs.ts';
import { type Member, pictureKey } from './member.ts';
import type { Company } from './wanted.ts';

type Layer = 0 | 1 | 2;
const layers: Record<ShownVideo['size'], Layer> = { small: 0, medium: 1, large: 2 };
/** A camera is asked for less only after a coarser picture has been enough for so long (ms): pages are turned back and forth. */
const patience = 5_000;

/** Tells these cameras which layers anybody shows who may, so that nobody sends what nobody sees. */
export function tellDemand(cameras: Iterable<Member>, company: Company, now: number): void {
  for (const camera of cameras)
    if (camera.status === 'open' && camera.producers.has('camera')) settle(camera, neededOf(camera, company), now);
}

function neededOf(camera: Member, { audienceOf, inRoom }: Company): Layer | null {
  const here = audienceOf(camera);
  const key = pictureKey(camera.guest.person, 'camera');
  let needed: Layer | null = null;
  for (const to of inRoom(here?.place?.room ?? '')) {
    const size = to.watched.get(key);
    if (size === undefined || !canReceive(here, audienceOf(to))) continue;
    if (needed === null || layers[size] > needed) needed = layers[size];
  }
  return needed;
}

function settle(member: Member, layer: Layer | null, now: number): void {
  const { demand } = member;
  if (layer === demand.layer) {
    demand.lessSince = null;
    return;
  }
  const isMore = (layer ?? -1) > (demand.layer ?? -1);
  if (!isMore) demand.lessSince ??= now;
  if (!isMore && now - (demand.lessSince ?? now) < patience) return;
  member.demand = { layer, lessSince: null };
  member.guest.send('maxLayer', { layer });
}

/** Nobody who comes is left without pictures: whoever sends changes to what all can play. */
export function tellCodec(members: readonly Member[], codecs: readonly VideoCodec[]): void {
  if (codecs.length < 2) return;
  const codec = pictureCodecFor(
    codecs,
    members.map(({ rtpCapabilities }) => rtpCapabilities),
  );
  for (const member of members) {
    if (member.toldCodec === codec) continue;
    member.toldCodec = codec;
    member.guest.send('videoCodec', { codec });
  }
}
