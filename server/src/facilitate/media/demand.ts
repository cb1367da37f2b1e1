import type { Picture } from '@multaqa/shared/facilitate/media/signalling';
import { canReceive } from './can-receive.ts';
import type { Member } from './member.ts';
import type { Company } from './wanted.ts';

type Layer = 0 | 1 | 2;
const layers: Record<Picture['size'], Layer> = { small: 0, medium: 1, large: 2 };
/** A camera is asked for less only after a coarser picture has been enough for so long (ms): pages are turned back and forth. */
const patience = 5_000;

/** Tells each camera which layers anybody shows who may, so that nobody sends what nobody sees. */
export function tellDemand({ audiences, byPerson }: Company, now: number): void {
  const needed = new Map<Member, Layer>();
  for (const [to, there] of audiences)
    for (const [picture, size] of to.watched) {
      const [person = '', source] = picture.split(' ');
      const from = byPerson.get(person);
      if (!from || source !== 'camera' || !canReceive(audiences.get(from) ?? null, there)) continue;
      if (layers[size] > (needed.get(from) ?? -1)) needed.set(from, layers[size]);
    }
  for (const member of audiences.keys())
    if (member.producers.has('camera')) settle(member, needed.get(member) ?? null, now);
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
  member.guest.send('demand', { layer });
}
