import { isBoxed, type Thing, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { type ComponentType, memo, useEffect, useRef } from 'react';
import { useThing, useUi } from '../use-desk.ts';
import { ArrowView } from './kinds/ArrowView.tsx';
import { NoteView } from './kinds/NoteView.tsx';
import { FrameView, ImageView, StampView, TextView } from './kinds/OtherViews.tsx';
import { ShapeView } from './kinds/ShapeView.tsx';
import { StrokeView } from './kinds/StrokeView.tsx';
import styles from './things.module.css';
import { useNameOf } from './use-name-of.ts';

/** Above everything: what is being written in can be read. */
const onTop = 100_000;

type Props = { id: ThingId; rank: number; Mark: ComponentType<{ thing: Thing }> | null };

/** One thing as an element at its place. An edit of one thing draws this one again and no other. */
export const ThingElement = memo(function ThingElement({ id, rank, Mark }: Props) {
  const thing = useThing(id);
  const element = useRef<HTMLDivElement>(null);
  const { isFocused, isWritten } = useUi(({ focused, writes }) => ({
    isFocused: focused === id,
    isWritten: writes === id,
  }));
  const nameOf = useNameOf();
  useEffect(() => {
    if (isFocused && element.current !== document.activeElement) element.current?.focus({ preventScroll: true });
  }, [isFocused]);
  if (!thing) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a thing on a board is no set of fields.
    <div
      ref={element}
      className={styles.thing}
      data-thing={id}
      data-kind={thing.kind}
      data-colour={'colour' in thing ? thing.colour : undefined}
      role="group"
      tabIndex={-1}
      aria-label={nameOf(thing)}
      style={{ ...placeOf(thing), zIndex: isWritten ? onTop : rank }}
    >
      <ViewOf thing={thing} />
      {Mark && isBoxed(thing) && <Mark thing={thing} />}
    </div>
  );
});

/** Where an element is that draws a thing. */
export function placeOf(thing: Thing) {
  if (!isBoxed(thing)) return {};
  const [left, top, width, height, degrees] = thing.at;
  return {
    width: `${width}px`,
    height: `${height}px`,
    transform: `translate(${left}px, ${top}px)${degrees === 0 ? '' : ` rotate(${degrees}deg)`}`,
  };
}

/** What a thing looks like within its box. */
export function ViewOf({ thing }: { thing: Thing }) {
  switch (thing.kind) {
    case 'note':
      return <NoteView thing={thing} />;
    case 'text':
      return <TextView thing={thing} />;
    case 'shape':
      return <ShapeView thing={thing} />;
    case 'frame':
      return <FrameView thing={thing} />;
    case 'stroke':
      return <StrokeView thing={thing} />;
    case 'arrow':
      return <ArrowView thing={thing} />;
    case 'image':
      return <ImageView thing={thing} />;
    case 'stamp':
      return <StampView thing={thing} />;
  }
}
