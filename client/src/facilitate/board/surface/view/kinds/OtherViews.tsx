import { textSizes } from '@multaqa/shared/facilitate/board/draw/draw-things';
import type { OfKind } from '@multaqa/shared/facilitate/board/scene/thing';
import { useImageAddress } from '../../../image-address.ts';
import styles from '../things.module.css';
import { Words } from './Words.tsx';

/** Text that stands on the board by itself. */
export const TextView = ({ thing }: { thing: OfKind<'text'> }) => (
  <Words thing={thing} className={styles.text} style={{ fontSize: `${textSizes[thing.size]}px` }} />
);

/** A frame with its name above it. */
export const FrameView = ({ thing }: { thing: OfKind<'frame'> }) => (
  <div className={styles.frame}>
    <Words thing={thing} className={styles.head} />
  </div>
);

/** An image by its file. */
export function ImageView({ thing }: { thing: OfKind<'image'> }) {
  const address = useImageAddress();
  return <img className={styles.image} src={address(thing.file)} alt={thing.alt} draggable={false} decoding="async" />;
}

/** An emoji as large as its box. */
export const StampView = ({ thing }: { thing: OfKind<'stamp'> }) => (
  <div className={styles.stamp} style={{ fontSize: `${Math.min(thing.at[2], thing.at[3]) * 0.82}px` }}>
    {thing.emoji}
  </div>
);
