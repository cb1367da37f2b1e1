import { advanceOf } from '@multaqa/shared/facilitate/board/draw/advance';
import { paperPalette } from '@multaqa/shared/facilitate/board/draw/colours';
import { fitText } from '@multaqa/shared/facilitate/board/draw/lines';
import { headPath, linePath, shapePath } from '@multaqa/shared/facilitate/board/draw/paths';
import { inkPoints } from '@multaqa/shared/facilitate/board/scene/ink';
import { arrowEnds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { BoxedThing, OfKind, Thing, WrittenThing } from '@multaqa/shared/facilitate/board/scene/thing';
import { type CSSProperties, memo, type ReactNode, useState } from 'react';
import styles from './BoardPicture.module.css';
import { Sentence } from './Sentence.tsx';
import { useText } from './texts.ts';

type Props = {
  thing: Thing;
  scene: Scene;
  parts: readonly OfKind<'note'>[] | undefined;
  address(file: string): string;
};

const { tones, letters, edge } = paperPalette;
const textSizes = { s: 16, m: 24, l: 40, xl: 64 } as const;

/** A thing of a picture, as plain as a browser draws it. */
export const PictureThing = memo(function PictureThing({ thing, scene, parts, address }: Props) {
  if (thing.kind === 'arrow') return <Arrow thing={thing} scene={scene} />;
  const [, , width, height] = thing.at;
  const tone = tones[thing.colour];
  switch (thing.kind) {
    case 'note':
      return <Note thing={thing} parts={parts ?? []} />;
    case 'text':
      return (
        <At thing={thing} style={{ color: tone.stroke, fontSize: textSizes[thing.size] }}>
          <Words of={thing} />
        </At>
      );
    case 'frame':
      return (
        <At thing={thing} className={styles.frame} style={{ borderColor: edge, background: `${tone.fill}33` }}>
          <div className={styles.name}>
            <Words of={thing} />
          </div>
        </At>
      );
    case 'shape': {
      const isFilled = thing.fill === 'filled';
      return (
        <At thing={thing} className={styles.middle} style={{ color: isFilled ? tone.words : letters, fontSize: 20 }}>
          <Drawing>
            <path
              d={shapePath(thing.shape, width, height)}
              fill={isFilled ? tone.fill : 'none'}
              stroke={tone.stroke}
              strokeWidth={2.5}
            />
          </Drawing>
          <Words of={thing} />
        </At>
      );
    }
    case 'stroke':
      return (
        <At thing={thing}>
          <Drawing>
            <polyline
              points={inkPoints({ at: [0, 0, width, height, 0], ink: thing.ink })
                .map(([x, y]) => `${Math.round(x)},${Math.round(y)}`)
                .join(' ')}
              fill="none"
              stroke={tone.stroke}
              strokeWidth={thing.pen === 'marker' ? 22 : 5}
              strokeLinecap="round"
              opacity={thing.pen === 'marker' ? 0.42 : 1}
            />
          </Drawing>
        </At>
      );
    case 'image':
      return <Image thing={thing} address={address} />;
    case 'stamp':
      return (
        <At thing={thing} style={{ fontSize: Math.min(width, height) * 0.8, lineHeight: 1 }}>
          {thing.emoji}
        </At>
      );
  }
});

type AtProps = { thing: BoxedThing; className?: string | undefined; style?: CSSProperties; children: ReactNode };

function At({ thing: { at, z, kind }, className = '', style = {}, children }: AtProps) {
  const [left, top, width, height, degrees] = at;
  const transform = `translate(${left}px, ${top}px)${degrees === 0 ? '' : ` rotate(${degrees}deg)`}`;
  const zIndex = kind === 'frame' ? 0 : Math.round(Math.min(1e6, Math.max(1, z)));
  return (
    <div className={`${styles.thing} ${className}`} style={{ width, height, transform, zIndex, ...style }}>
      {children}
    </div>
  );
}

const Drawing = ({ children }: { children: ReactNode }) => (
  <svg className={styles.drawing} aria-hidden="true" focusable="false">
    {children}
  </svg>
);

/** What a thing says, and the sentence of its template while nobody has written. */
function Words({ of: { text, says } }: { of: WrittenThing }) {
  if (!text && !says) return null;
  return (
    <div className={styles.words} dir="auto">
      {text || <Sentence says={says ?? ''} />}
    </div>
  );
}

function Note({ thing, parts }: { thing: OfKind<'note'>; parts: readonly OfKind<'note'>[] }) {
  const [, , width, height] = thing.at;
  const tone = tones[thing.colour];
  const all = [thing, ...parts];
  const fontSize = fitText(all.map(({ text }) => text).join('\n') || '…', width - 32, height - 32, advanceOf);
  return (
    <At thing={thing} className={styles.note} style={{ background: tone.fill, color: tone.words, fontSize }}>
      {all.map(part => (
        <Words key={part.id} of={part} />
      ))}
    </At>
  );
}

function Arrow({ thing, scene }: { thing: OfKind<'arrow'>; scene: Scene }) {
  const [from, to] = arrowEnds(scene, thing);
  const heads = [thing.heads === 'none' ? '' : headPath(from, to), thing.heads === 'both' ? headPath(to, from) : ''];
  const middle = {
    transform: `translate(${(from[0] + to[0]) / 2}px, ${(from[1] + to[1]) / 2}px) translate(-50%, -50%)`,
  };
  return (
    <>
      <svg className={styles.arrow} aria-hidden="true" focusable="false">
        <path d={linePath(from, to) + heads.join('')} fill="none" stroke={tones[thing.colour].stroke} strokeWidth={3} />
      </svg>
      {thing.text && (
        <div className={styles.label} style={middle}>
          <Words of={thing} />
        </div>
      )}
    </>
  );
}

/** An image costs much on such a line: it comes when it is asked for. */
function Image({ thing, address }: { thing: OfKind<'image'>; address(file: string): string }) {
  const text = useText();
  const [isWanted, setWanted] = useState(false);
  return (
    <At thing={thing} className={styles.middle}>
      {isWanted ? (
        <img className={styles.image} src={address(thing.file)} alt={thing.alt} />
      ) : (
        <button type="button" className={styles.ask} onClick={() => setWanted(true)}>
          <span dir="auto">{thing.alt}</span>
          {text('board.picture.image')}
        </button>
      )}
    </At>
  );
}
