import IconMaximize from '@tabler/icons-react/dist/esm/icons/IconMaximize.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { Icon } from '../../../../design/Icon.tsx';
import { showAll } from '../keys/acts.ts';
import { useText } from '../texts.ts';
import { useCamera, useDesk, useIsLow, useIsNarrow } from '../use-desk.ts';
import bar from './Toolbar.module.css';
import styles from './ZoomBar.module.css';

/** Nearer, further, everything. On a phone, where two fingers do the same, everything alone. */
export function ZoomBar() {
  const text = useText();
  const desk = useDesk();
  const { zoom } = useCamera();
  const isNarrow = useIsNarrow();
  const isLow = useIsLow();
  const by = (factor: number) => {
    const [width, height] = desk.camera.size();
    desk.camera.zoomAt([width / 2, height / 2], zoom * factor);
  };
  const all = text('surface.zoom.all');
  const percent = text('surface.zoom.percent', { percent: Math.round(zoom * 100) });
  if (isLow) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={text('surface.zoom')}>
      {!isNarrow && (
        <>
          <button
            type="button"
            className={bar.tool}
            aria-label={text('surface.zoom.out')}
            title={text('surface.zoom.out')}
            onClick={() => by(0.8)}
          >
            <Icon of={IconMinus} size={18} />
          </button>
          <button
            type="button"
            className={styles.percent}
            aria-label={text('surface.zoom.reset', { percent })}
            title={text('surface.zoom.reset', { percent })}
            onClick={() => by(1 / zoom)}
          >
            {percent}
          </button>
          <button
            type="button"
            className={bar.tool}
            aria-label={text('surface.zoom.in')}
            title={text('surface.zoom.in')}
            onClick={() => by(1.25)}
          >
            <Icon of={IconPlus} size={18} />
          </button>
        </>
      )}
      <button type="button" className={bar.tool} aria-label={all} title={all} onClick={() => showAll(desk)}>
        <Icon of={IconMaximize} size={18} />
      </button>
    </div>
  );
}
