import { drawBoard } from '@multaqa/shared/facilitate/board/draw/draw-board';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './BoardVersion.module.css';

/** A board as a picture that nobody changes. */
export function BoardDrawing({ scene, title }: { scene: Scene; title: string }) {
  const { language, direction } = useLanguage();
  const { svg, width, height } = useMemo(
    () =>
      drawBoard(scene, {
        ...{ title, language, direction, dots: {} },
        said: key => saidBy(key, language),
        nameOf: () => null,
        imageOf: () => null,
      }),
    [scene, title, language, direction],
  );
  const [source, setSource] = useState<string>();
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setSource(address);
    return () => URL.revokeObjectURL(address);
  }, [svg]);
  return <img className={styles.drawing} src={source} alt={title} width={width} height={height} />;
}
