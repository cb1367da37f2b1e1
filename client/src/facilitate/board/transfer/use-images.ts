import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { boxRound } from '@multaqa/shared/facilitate/board/scene/geometry';
import { freePlace } from '@multaqa/shared/facilitate/board/scene/places';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Box, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { TextDirection } from '@multaqa/shared/kernel/direction';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../../design/announce.ts';
import { tell } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { type Problem, refusedBy } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { newThing, newThingId } from '../scene/new-thing.ts';
import { sendImage } from './image-file.ts';
import { takenIn } from './notes-from.ts';
import { putThings, type TransferTarget } from './target.ts';
import { useText } from './texts.ts';

/** An image on its way to a board. */
export type Sending = { id: string; file: File; at: Point; place: Place; problem: Problem | null };

/** Whether an image stands just where it was put, or at the nearest free place. */
export type Place = 'there' | 'near';

/** How wide or high a new image is at most, in units of the board; images that come together stand beside each other. */
const side = 480;
const beside = 40;
/** Images at once. */
const most = 20;

/** Sends images, puts each on the board when it has come, and tells which did not. */
export function useImages(target: TransferTarget, room: RoomId) {
  const { id: dialogue } = useDialogue();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [undescribed, setUndescribed] = useState<readonly ThingId[]>([]);
  const text = useText();
  const { direction } = useLanguage();
  const sayLeft = useSayLeft();
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);
  const drop = useCallback((id: string) => {
    stops.current.get(id)?.abort();
    stops.current.delete(id);
    setSending(all => all.filter(one => one.id !== id));
  }, []);
  const start = useCallback(
    async ({ id, file, at, place }: Sending) => {
      const stop = new AbortController();
      stops.current.set(id, stop);
      try {
        const { width, height, left } = await sendImage(dialogue, room, { file: id, blob: file }, stop.signal);
        const zoom = Math.min(1, side / Math.max(width, height));
        const scene = target.board.scene();
        const box = boxRound(at, width * zoom, height * zoom);
        if (place === 'near') [box[0], box[1]] = freePlaceFor(scene, box, direction);
        const image = newThing(scene, { kind: 'image', at: box, colour: 'white', file: id, alt: '' });
        const thing = newThingId();
        if (!putThings(target, [[thing, image]])) throw new Error('full');
        drop(id);
        setUndescribed(all => [...all, thing]);
        announce(text('board.transfer.image.added'));
        sayLeft(left);
      } catch (error) {
        if (stop.signal.aborted) return;
        const problem = error instanceof Error && error.message === 'full' ? full : refusedBy(error);
        setSending(all => all.map(one => (one.id === id ? { ...one, problem } : one)));
      }
    },
    [dialogue, room, target, drop, text, sayLeft, direction],
  );
  const add = useCallback(
    (files: readonly File[], [x, y]: Point, place: Place) => {
      const added = files.slice(0, most).map((file, count): Sending => {
        const at: Point = [x + count * (side + beside), y];
        return { id: newId(), file, at, place, problem: null };
      });
      setSending(all => [...all, ...added]);
      for (const one of added) void start(one);
    },
    [start],
  );
  const again = useCallback(
    (one: Sending) => {
      setSending(all => all.map(other => (other.id === one.id ? { ...one, problem: null } : other)));
      void start(one);
    },
    [start],
  );
  const described = useCallback(() => setUndescribed(([, ...rest]) => rest), []);
  return { sending, add, again, drop, undescribed, described };
}

const full: Problem = { refusal: 'board.full', reference: null };

/** Where a box covers nothing that is there. */
const freePlaceFor = (scene: Scene, [left, top, width, height]: Box, direction: TextDirection): Point =>
  freePlace(takenIn(scene), [width, height], [left, top], { gap: beside / 2, direction });

/** From so few images on people hear how much room is left, and again from the last few on. */
const [few, last] = [30, 5];

/** Says in time that the boards of a dialogue will be full. */
function useSayLeft(): (left: number) => void {
  const text = useText();
  const heard = useRef(Number.POSITIVE_INFINITY);
  return useCallback(
    left => {
      const isNews = (left <= few && heard.current > few) || left <= last;
      heard.current = left;
      if (!isNews) return;
      if (left === 0) tell(text('refusals.board.images-full'), 'danger');
      else tell(text('board.transfer.images.left', { count: left }), 'danger');
    },
    [text],
  );
}
