import { type Bounds, middleOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import { useCallback, useSyncExternalStore } from 'react';
import { Icon } from '../../../../design/Icon.tsx';
import type { Desk } from '../desk.ts';
import { showAll } from '../keys/acts.ts';
import { useText } from '../texts.ts';
import { useDesk, useIsLow } from '../use-desk.ts';
import styles from './Elsewhere.module.css';

/** While nothing of a board is in sight: at the edge behind which it is, the way there. */
export function Elsewhere() {
  const text = useText();
  const desk = useDesk();
  const subscribe = useCallback(
    (changed: () => void) => {
      const ends = [desk.camera.subscribe(changed), desk.look.subscribeAll(changed)];
      return () => ends.forEach(end => void end());
    },
    [desk],
  );
  const where = useSyncExternalStore(subscribe, () => whereTo(desk));
  const isLow = useIsLow();
  if (where === null) return null;
  const [across, down, degrees] = where.split(' ');
  return (
    <div className={styles.room} dir="ltr" data-low={isLow || undefined}>
      <button
        type="button"
        className={styles.way}
        dir="auto"
        style={{
          insetInlineStart: `${across}%`,
          insetBlockStart: `${down}%`,
          transform: `translate(-${across}%, -${down}%)`,
        }}
        onClick={() => showAll(desk)}
      >
        <span className={styles.arrow} style={{ transform: `rotate(${degrees}deg)` }}>
          <Icon of={IconArrowRight} size={18} />
        </span>
        {text('surface.elsewhere')}
      </button>
    </div>
  );
}

/** As a text, so that nothing is drawn again while it is the same. */
function whereTo({ camera, index }: Desk): string | null {
  const view = camera.view();
  if (view[2] <= 0 || !index.isEmpty(view)) return null;
  const nearest = index.nearestTo(middleOf(view));
  if (!nearest) return null;
  const { across, down, degrees } = edgeTowards(view, nearest);
  return [across, down, degrees].map(Math.round).join(' ');
}

/** Where the way from the middle of a view to something beyond leaves it, in hundredths of its width and height, and which way that is: degrees clockwise from the right. */
export function edgeTowards(view: Bounds, beyond: Bounds): { across: number; down: number; degrees: number } {
  const [middle, there] = [middleOf(view), middleOf(beyond)];
  const [right, below] = [there[0] - middle[0], there[1] - middle[1]];
  const out = Math.max(Math.abs(right) / (view[2] / 2), Math.abs(below) / (view[3] / 2)) || 1;
  return {
    across: 50 + (100 * right) / out / view[2],
    down: 50 + (100 * below) / out / view[3],
    degrees: (Math.atan2(below, right) * 180) / Math.PI,
  };
}
