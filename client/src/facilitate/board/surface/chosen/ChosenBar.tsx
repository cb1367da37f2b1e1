import { Menu } from '@mantine/core';
import { type Bounds, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { colours, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import type { CSSProperties } from 'react';
import { announce } from '../../../../design/announce.ts';
import { Icon } from '../../../../design/Icon.tsx';
import { offerUndo } from '../../../../design/toasts.tsx';
import { type Camera, type Size, toScreen } from '../camera/camera.ts';
import type { Desk } from '../desk.ts';
import { removeChosen } from '../edit.ts';
import type { SurfaceParts } from '../parts.ts';
import { useText } from '../texts.ts';
import bar from '../tools/Toolbar.module.css';
import { useCamera, useChosen, useDesk, useIsLow, useIsNarrow, useUi } from '../use-desk.ts';
import palette from '../view/colours.module.css';
import { paint } from './arrange-chosen.ts';
import styles from './ChosenBar.module.css';
import { ChosenMenu } from './ChosenMenu.tsx';

type Props = Pick<SurfaceParts, 'Actions' | 'Entries'>;

/** What can be done with what is chosen: four things at once, everything else in one menu. */
export function ChosenBar(props: Props) {
  const { busy, access, tool, writes } = useUi(({ busy, access, tool, writes }) => ({ busy, access, tool, writes }));
  const things = useChosen();
  // What may be done changes with the locks.
  useUi(({ locked }) => locked);
  const isNarrow = useIsNarrow();
  // On a phone a keyboard leaves room for what is written alone.
  if (isNarrow && writes !== null) return null;
  if (busy !== 'no' || access !== 'write' || tool !== 'select' || things.length === 0) return null;
  return <Bar {...props} things={things} />;
}

function Bar({ things, Actions, Entries }: Props & { things: readonly Thing[] }) {
  const isLow = useIsLow();
  const text = useText();
  const desk = useDesk();
  const camera = useCamera();
  const isNarrow = useIsNarrow();
  const around = unionOf(things.map(({ id }) => desk.index.boundsOf(id)).filter(bounds => bounds !== null));
  if (!around) return null;
  const label = text('surface.chosen', { count: things.length });
  const mayChange = things.some(thing => desk.mayChange(thing));
  const mayRemove = things.some(thing => !thing.fixed && desk.mayChange(thing));
  const remove = () => {
    const removed = removeChosen(desk);
    if (!removed) return;
    const message = text('surface.removed', { count: removed.count });
    announce(message);
    offerUndo({ message, undo: removed.bringBack, label: text('common.undo') });
  };
  return (
    <div
      className={styles.bar}
      data-chosen-bar=""
      data-docked={isNarrow ? (isLow ? 'low' : '') : undefined}
      style={isNarrow ? {} : placeBeside(around, camera, desk.camera.size())}
      role="toolbar"
      aria-label={label}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        backToThing(desk);
      }}
      // Whoever writes goes on writing.
      onMouseDown={event => event.preventDefault()}
    >
      {mayChange && things.some(thing => 'colour' in thing && thing.kind !== 'stamp' && thing.kind !== 'image') && (
        <Colours things={things} />
      )}
      {Actions && <Actions things={things} desk={desk} />}
      {mayRemove && (
        <button
          type="button"
          className={bar.tool}
          aria-label={text('surface.remove')}
          title={text('surface.remove')}
          onClick={remove}
        >
          <Icon of={IconTrash} size={20} />
        </button>
      )}
      <Menu position="top-end">
        <Menu.Target>
          <button type="button" className={bar.tool} aria-label={text('surface.more')} title={text('surface.more')}>
            <Icon of={IconDots} size={20} />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu ?? ''}>
          <ChosenMenu things={things} Entries={Entries} />
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** The focus goes back to where it was before it came to the bar. */
function backToThing({ root, ui }: Desk): void {
  const { focused } = ui.getState();
  const thing = root.now?.querySelector<HTMLElement>(`[data-thing="${focused}"]`);
  (thing ?? root.now)?.focus({ preventScroll: true });
}

function Colours({ things }: { things: readonly Thing[] }) {
  const text = useText();
  const desk = useDesk();
  const used = things.map(thing => ('colour' in thing ? thing.colour : null));
  const isLine = things.every(({ kind }) => kind !== 'note' && kind !== 'frame');
  const [first] = used;
  return (
    <Menu position="top">
      <Menu.Target>
        <button
          type="button"
          className={`${bar.tool} ${palette.colours}`}
          aria-label={text('surface.colour')}
          title={text('surface.colour')}
        >
          <span className={bar.swatch} data-colour={first} data-line={isLine || undefined} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={`${styles.swatches} ${palette.colours}`}>
          {colours.map(colour => (
            <Menu.RadioItem
              key={colour}
              value={colour}
              checked={used.every(one => one === colour)}
              closeMenuOnClick
              checkIcon={<span />}
              className={styles.swatch ?? ''}
              aria-label={text(`surface.colour.${colour}`)}
              title={text(`surface.colour.${colour}`)}
              onChange={() => paint(desk, colour)}
            >
              <span className={bar.swatch} data-colour={colour} data-line={isLine || undefined} />
            </Menu.RadioItem>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

/** How high the bar is with its distance, how near the edge it comes, and what lies at the foot of the board, in pixels. */
const high = 64;
const edge = 8;
const foot = 76;
const halfWidth = 130;

/** Above what is chosen; below where there is no room; within the view in any case. */
function placeBeside(around: Bounds, camera: Camera, [width, height]: Size): CSSProperties {
  const [left, top] = toScreen(camera, [around[0], around[1]]);
  const [right, bottom] = toScreen(camera, [around[0] + around[2], around[1] + around[3]]);
  const above = top - high;
  const y = above >= edge ? above : Math.min(bottom + 44, height - high - foot);
  const x = Math.min(width - halfWidth, Math.max(halfWidth, (left + right) / 2));
  return { left: `${x}px`, top: `${Math.max(edge, y)}px` };
}
