import type { Icon as Shape } from '@tabler/icons-react';
import IconMaximize from '@tabler/icons-react/dist/esm/icons/IconMaximize.mjs';
import IconMinimize from '@tabler/icons-react/dist/esm/icons/IconMinimize.mjs';
import IconZoomIn from '@tabler/icons-react/dist/esm/icons/IconZoomIn.mjs';
import IconZoomOut from '@tabler/icons-react/dist/esm/icons/IconZoomOut.mjs';
import IconZoomReset from '@tabler/icons-react/dist/esm/icons/IconZoomReset.mjs';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import styles from './ScreenViewer.module.css';
import { useFullScreen } from './use-full-screen.ts';
import { useZoom } from './use-zoom.ts';

type Props = {
  /** Whose screen it is. */
  name: string;
  /** The screen as it is now, null until it arrives; or as it was at an instant. */
  shows: { kind: 'live'; track: MediaStreamTrack | null } | { kind: 'still'; picture: HTMLCanvasElement };
  /** What stands beside its name. */
  children?: ReactNode;
};

/** Somebody's shared screen: fitted at first, and zoomed as far as the viewer likes. */
export function ScreenViewer({ name, shows, children }: Props) {
  const text = useText();
  const viewer = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef({ width: 0, height: 0 });
  const { zoom, grow, shrink, whole, handlers } = useZoom(frame, picture);
  const full = useFullScreen(viewer);
  const measure = (size: Size) => {
    picture.current = size;
  };
  const style = { '--x': `${zoom.x}px`, '--y': `${zoom.y}px`, '--scale': zoom.scale } as CSSProperties;
  return (
    <section className={styles.viewer} ref={viewer} aria-label={text('media.screen.of', { name })}>
      <div
        className={styles.frame}
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the picture and need a place to land.
        tabIndex={0}
        role="application"
        aria-label={text('media.screen.keys')}
        data-near={zoom.scale > 1}
        style={style}
        {...handlers}
      >
        {shows.kind === 'live' ? (
          <Live track={shows.track} onSize={measure} />
        ) : (
          <Still picture={shows.picture} onSize={measure} />
        )}
      </div>
      <div className={styles.head}>
        <p className={styles.name}>{text('media.screen.of', { name })}</p>
        {children}
      </div>
      <div className={styles.tools}>
        <Tool icon={IconZoomOut} label={text('media.screen.shrink')} isOff={zoom.scale <= 1} onClick={shrink} />
        <Tool icon={IconZoomReset} label={text('media.screen.fit')} isOff={zoom.scale <= 1} onClick={whole} />
        <Tool icon={IconZoomIn} label={text('media.screen.grow')} onClick={grow} />
        {full.isPossible && (
          <Tool
            icon={full.isFull ? IconMinimize : IconMaximize}
            label={text(full.isFull ? 'media.screen.small' : 'media.screen.full')}
            onClick={full.toggle}
          />
        )}
      </div>
    </section>
  );
}

type Size = { width: number; height: number };

function Live({ track, onSize }: { track: MediaStreamTrack | null; onSize(size: Size): void }) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = track && new MediaStream([track]);
  }, [track]);
  const measure = () => onSize({ width: video.current?.videoWidth ?? 0, height: video.current?.videoHeight ?? 0 });
  return (
    <>
      <video
        ref={video}
        className={styles.picture}
        autoPlay
        playsInline
        muted
        onLoadedMetadata={measure}
        onResize={measure}
      />
      {!track && <p className={styles.coming}>{text('media.screen.coming')}</p>}
    </>
  );
}

function Still({ picture, onSize }: { picture: HTMLCanvasElement; onSize(size: Size): void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
    onSize({ width: picture.width, height: picture.height });
  });
  return <canvas ref={canvas} className={styles.picture} width={picture.width} height={picture.height} />;
}

type ToolProps = { icon: Shape; label: string; isOff?: boolean; onClick(): void };

function Tool({ icon, label, isOff = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={onClick}
    >
      <Icon of={icon} size={22} />
    </button>
  );
}
