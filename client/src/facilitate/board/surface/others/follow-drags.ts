import { movedTogether } from '@multaqa/shared/facilitate/board/scene/company';
import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Awareness } from 'y-protocols/awareness';
import type { Desk } from '../desk.ts';
import { changed } from '../edit.ts';
import { readTold } from './told.ts';

/**
 * What somebody drags: by how much by their last word, and by how much it is drawn. `places`: where the things were when it began. It `lasts` while they say so;
 * when they have let go it is drawn on until `until`, since the new place may still be on the way; and once the place has come, it has `landed`.
 */
type Drag = {
  ids: readonly ThingId[];
  to: Point;
  at: Point;
  places: ReadonlyMap<ThingId, string>;
  state: 'lasts' | 'let-go' | 'landed';
  until: number;
};

/** How much of the way left is made in a frame (two thirds within 50 ms), and how long in ms what was let go is drawn where it was dragged to. */
const pull = 0.34;
const grace = 700;

/** Draws what others drag where they drag it, smoothly, until the board itself says where they dropped it. Returns how to stop. */
export function followDrags(desk: Desk, awareness: Awareness): () => void {
  const drags = new Map<number, Drag>();
  let frame = 0;
  const lay = (client: number) => desk.look.preview(`client ${client}`, null);
  const forget = (client: number) => {
    drags.delete(client);
    lay(client);
  };
  const draw = (client: number, drag: Drag) => {
    const left: Point = [drag.to[0] - drag.at[0], drag.to[1] - drag.at[1]];
    if (Math.hypot(...left) < 0.2) return;
    drag.at = [drag.at[0] + left[0] * pull, drag.at[1] + left[1] * pull];
    const scene = desk.board.scene();
    desk.look.preview(`client ${client}`, changed(scene, movedTogether(scene, drag.ids, drag.at)));
  };
  const step = (now: number) => {
    frame = 0;
    for (const [client, drag] of drags) {
      if (drag.state === 'let-go' && now > drag.until) forget(client);
      else if (drag.state !== 'landed') draw(client, drag);
    }
    if ([...drags.values()].some(({ state }) => state !== 'landed')) frame = requestAnimationFrame(step);
  };
  const hold = (client: number, { ids, by }: { ids: readonly ThingId[]; by: Point }) => {
    const known = drags.get(client);
    if (known?.state === 'landed') return;
    const places = known?.places ?? placesOf(desk, ids);
    drags.set(client, { ids, to: by, at: known?.at ?? [0, 0], places, state: 'lasts', until: 0 });
  };
  const letGo = (client: number, drag: Drag) => {
    if (drag.state === 'landed') forget(client);
    if (drag.state !== 'lasts') return;
    drag.state = 'let-go';
    drag.until = performance.now() + grace;
  };
  const take = () => {
    const told = new Map(dragsIn(awareness));
    for (const [client, drag] of told) hold(client, drag);
    for (const [client, drag] of drags) if (!told.has(client)) letGo(client, drag);
    if (drags.size > 0) frame ||= requestAnimationFrame(step);
  };
  // A place that has come since somebody took a thing in hand is where they, or somebody after them, have dropped it.
  const end = desk.board.subscribe(touched => {
    for (const [client, drag] of drags) {
      if (!drag.ids.some(id => touched.has(id) && placeOf(desk.board.scene().get(id)) !== drag.places.get(id)))
        continue;
      if (drag.state === 'lasts') drag.state = 'landed';
      else drags.delete(client);
      lay(client);
    }
  });
  take();
  awareness.on('change', take);
  return () => {
    cancelAnimationFrame(frame);
    awareness.off('change', take);
    end();
    for (const client of drags.keys()) lay(client);
  };
}

const placeOf = (thing: Thing | undefined): string => JSON.stringify(thing && ('at' in thing ? thing.at : thing.line));

const placesOf = ({ board }: Desk, ids: readonly ThingId[]): ReadonlyMap<ThingId, string> =>
  new Map(ids.map(id => [id, placeOf(board.scene().get(id))]));

/** What others say that they drag, by client. */
const dragsIn = (awareness: Awareness) =>
  [...awareness.getStates()].flatMap(([client, state]) => {
    const { drag } = client === awareness.clientID ? {} : readTold(state);
    return drag ? [[client, drag] as const] : [];
  });
