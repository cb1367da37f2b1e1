import { useEffect, useState } from 'react';
import type { Board } from '../../scene/open-board.ts';
import type { Desk } from '../desk.ts';
import { openIndex } from '../look/open-index.ts';
import { openLook } from '../look/open-look.ts';
import { openSight } from '../look/open-sight.ts';
import { DeskContext, useDesk } from '../use-desk.ts';
import { FarCanvas } from './FarCanvas.tsx';
import { Layer } from './Layer.tsx';
import styles from './Viewport.module.css';

/** The things of another board, drawn with the camera of this one. Nobody touches them here. */
export function StillLayer({ board }: { board: Board }) {
  const desk = useDesk();
  const [still, setStill] = useState<Desk | null>(null);
  useEffect(() => {
    const look = openLook(board);
    const index = openIndex(look);
    const sight = openSight(look, index, desk.camera);
    setStill({ ...desk, board, look, index, sight });
    return () => {
      for (const part of [sight, index, look]) part.close();
    };
  }, [desk, board]);
  if (!still) return null;
  return (
    <DeskContext value={still}>
      <div className={styles.still}>
        <FarCanvas marks={null} />
        <Layer Mark={null} />
      </div>
    </DeskContext>
  );
}
