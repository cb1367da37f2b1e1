import { fitText } from '@multaqa/shared/facilitate/board/draw/lines';
import type { OfKind } from '@multaqa/shared/facilitate/board/scene/thing';
import { useMemo } from 'react';
import { useDesk } from '../../use-desk.ts';
import { pageMeasure } from '../page-measure.ts';
import styles from '../things.module.css';
import { Words } from './Words.tsx';

/** From the edge of a note to its words, in units of the board. */
const padding = 16;

let measure: ReturnType<typeof pageMeasure> | null = null;

/** A note, with those that were merged into it as further paragraphs. */
export function NoteView({ thing }: { thing: OfKind<'note'> }) {
  const { look } = useDesk();
  const [, , width, height] = thing.at;
  const scene = look.scene();
  const parts = look.partsOf(thing.id).flatMap(id => {
    const part = scene.get(id);
    return part?.kind === 'note' && part.id !== thing.id ? [part] : [];
  });
  const words = [thing, ...parts].map(({ text }) => text).join('\n');
  const letters = useMemo(() => {
    measure ??= pageMeasure();
    const rules = words.split('\n').length > 1 ? 12 : 0;
    return fitText(words || '…', width - 2 * padding, height - 2 * padding - rules, measure);
  }, [words, width, height]);
  return (
    <div className={styles.note} style={{ fontSize: `${letters}px` }}>
      {parts.length === 0 ? (
        <Words thing={thing} className={styles.words} />
      ) : (
        <div className={styles.parts}>
          {[thing, ...parts].map(part => (
            <Words key={part.id} thing={part} className={styles.words} />
          ))}
        </div>
      )}
    </div>
  );
}
