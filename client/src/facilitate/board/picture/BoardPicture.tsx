import { ActionIcon, Button } from '@mantine/core';
import { unionOf, widened } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isDrawn, mergedNotes } from '@multaqa/shared/facilitate/board/scene/merged';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import { inReadingOrder } from '@multaqa/shared/facilitate/board/scene/reading';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import IconZoomIn from '@tabler/icons-react/dist/esm/icons/IconZoomIn.mjs';
import IconZoomOut from '@tabler/icons-react/dist/esm/icons/IconZoomOut.mjs';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './BoardPicture.module.css';
import { PictureThing } from './PictureThing.tsx';
import { useText } from './texts.ts';
import { usePicture } from './use-picture.ts';

type Props = { room: RoomId; onOpen(): void };

/** A board for a weak line: what is on it, as text that can be read and enlarged, and the way to the whole board. */
export function BoardPicture({ room, onOpen }: Props) {
  const text = useText();
  const { scene, isFailing } = usePicture(room);
  return (
    <div className={styles.picture}>
      <div className={styles.head}>
        <p className={styles.why}>{text(isFailing ? 'board.picture.failed' : 'board.picture.why')}</p>
        <Button variant="default" onClick={onOpen}>
          {text('board.picture.open')}
        </Button>
      </div>
      {!scene && <Skeleton label={text('board.picture.loading')} rows={4} />}
      {scene?.size === 0 && <p className={styles.why}>{text('board.picture.empty')}</p>}
      {scene && scene.size > 0 && <Sheet scene={scene} room={room} />}
    </div>
  );
}

const edge = 48;
const zooms = { least: 0.1, most: 2, step: 1.4 };

/** The things where they lie; the browser scrolls, and reads them in reading order. */
function Sheet({ scene, room }: { scene: Scene; room: RoomId }) {
  const text = useText();
  const { id } = useDialogue();
  const { direction } = useLanguage();
  const box = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(0.5);
  const { things, parts, area } = useMemo(() => {
    const drawn = inReadingOrder(scene, direction).filter(thing => isDrawn(scene, thing));
    const around = unionOf(drawn.map(thing => thingBounds(scene, thing))) ?? [0, 0, 1, 1];
    return { things: drawn, parts: mergedNotes(scene), area: widened(around, edge) };
  }, [scene, direction]);
  const [left, top, width, height] = area;
  const wide = Math.ceil(width);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it fits once; then the zoom is the reader's own.
  useLayoutEffect(() => {
    const room = box.current?.clientWidth ?? 0;
    if (room > 0) setZoom(Math.min(1, Math.max(0.3, room / wide)));
  }, []);
  const address = (file: string) => `/api/dialogues/${id}/board/${room}/images/${file}`;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section ref={box} className={styles.scroll} tabIndex={0} aria-label={text('board.picture.title')}>
        <div className={styles.sheet} dir="ltr" style={{ width: `${wide * zoom}px`, height: `${height * zoom}px` }}>
          <div className={styles.things} style={{ transform: `scale(${zoom}) translate(${-left}px, ${-top}px)` }}>
            {things.map(thing => (
              <PictureThing key={thing.id} thing={thing} scene={scene} parts={parts.get(thing.id)} address={address} />
            ))}
          </div>
        </div>
      </section>
      <Zoom onZoom={by => setZoom(now => Math.min(zooms.most, Math.max(zooms.least, now * by)))} />
    </>
  );
}

function Zoom({ onZoom }: { onZoom(by: number): void }) {
  const text = useText();
  return (
    <div className={styles.zoom}>
      <ActionIcon size={44} aria-label={text('board.picture.further')} onClick={() => onZoom(1 / zooms.step)}>
        <Icon of={IconZoomOut} />
      </ActionIcon>
      <ActionIcon size={44} aria-label={text('board.picture.nearer')} onClick={() => onZoom(zooms.step)}>
        <Icon of={IconZoomIn} />
      </ActionIcon>
    </div>
  );
}
