import { movedTogether } from '@multaqa/shared/facilitate/board/scene/company';
import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Awareness } from 'y-protocols/awareness';
import type { Desk } from '../desk.ts';
import { changed } from '../edit.ts';
import { readTold } from './told.ts';

type Drag = { ids: readonly ThingId[]; to: Point; at: Point; until: number | null };

/** How much of the way left is made in a frame, and how long in ms what was let go is shown where it was while its new place is on the way. */
const pull = 0.34;
const grace = 700;

/** Draws what others drag where they drag it, smoothly, until the board itself says where they dropped it. Returns how to stop. */
export function followDrags(desk: Desk, awareness: Awareness): () => void {
  const drags = new Map<number, Drag>();
  let frame = 0;
  const forget = (client: number) => {
    drags.delete(client);
    desk.look.preview(`client ${client}`, null);
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
      if (drag.until !== null && now > drag.until) forget(client);
      else draw(client, drag);
    }
    if (drags.size > 0) frame = requestAnimationFrame(step);
  };
  const take = () => {
    const states = awareness.getStates();
    for (const [client, { ids, by }] of dragsIn(awareness))
      drags.set(client, { ids, to: by, at: drags.get(client)?.at ?? [0, 0], until: null });
    for (const [client, drag] of drags)
      if (drag.until === null && !readTold(states.get(client)).drag) drag.until = performance.now() + grace;
    if (drags.size > 0) frame ||= requestAnimationFrame(step);
  };
  const end = desk.board.subscribe(touched => {
    for (const [client, { until, ids }] of drags) if (until !== null && ids.some(id => touched.has(id))) forget(client);
  });
  take();
  awareness.on('change', take);
  return () => {
    cancelAnimationFrame(frame);
    awareness.off('change', take);
    end();
    for (const client of [...drags.keys()]) forget(client);
  };
}

/** What others say that they drag, by client. */
const dragsIn = (awareness: Awareness) =>
  [...awareness.getStates()].flatMap(([client, state]) => {
    const { drag } = client === awareness.clientID ? {} : readTold(state);
    return drag ? [[client, drag] as const] : [];
  });
