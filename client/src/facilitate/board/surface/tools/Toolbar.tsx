import { Menu } from '@mantine/core';
import type { Icon as Shape } from '@tabler/icons-react';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconArrowUpRight from '@tabler/icons-react/dist/esm/icons/IconArrowUpRight.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs';
import IconFrame from '@tabler/icons-react/dist/esm/icons/IconFrame.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconHighlight from '@tabler/icons-react/dist/esm/icons/IconHighlight.mjs';
import IconMaximize from '@tabler/icons-react/dist/esm/icons/IconMaximize.mjs';
import IconMoodSmile from '@tabler/icons-react/dist/esm/icons/IconMoodSmile.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPointer from '@tabler/icons-react/dist/esm/icons/IconPointer.mjs';
import IconSquare from '@tabler/icons-react/dist/esm/icons/IconSquare.mjs';
import IconTypography from '@tabler/icons-react/dist/esm/icons/IconTypography.mjs';
import { type ComponentType, type MouseEvent, useSyncExternalStore } from 'react';
import { Icon } from '../../../../design/Icon.tsx';
import type { Desk, Tool } from '../desk.ts';
import { showAll, toolKeys } from '../keys/acts.ts';
import { useText } from '../texts.ts';
import { useDesk, useIsLow, useIsNarrow, useUi, useWidth } from '../use-desk.ts';
import styles from './Toolbar.module.css';
import { ToolChoices } from './ToolChoices.tsx';

const icons: Record<Tool, Shape> = {
  ...{ select: IconPointer, hand: IconHandStop, note: IconNote, text: IconTypography, pen: IconPencil },
  ...{ marker: IconHighlight, eraser: IconEraser, shape: IconSquare, arrow: IconArrowUpRight },
  ...{ frame: IconFrame, stamp: IconMoodSmile },
};

/** What has room on a wide board and on a narrow one; the rest is in a menu. */
const shown: Record<'wide' | 'narrow', readonly Tool[]> = {
  wide: ['select', 'hand', 'note', 'text', 'pen', 'shape', 'arrow', 'frame', 'stamp'],
  narrow: ['select', 'note', 'text', 'pen', 'shape'],
};
const all: readonly Tool[] = [...shown.wide, 'marker', 'eraser'];

/** How much of a board's width a tool needs, and what stands round all of them, in pixels. */
const room = { tool: 44, around: 26 } as const;

/** The tools that have room, the one in hand among them. */
function rowFor(width: number, isNarrow: boolean, inHand: Tool): readonly Tool[] {
  const row = shown[isNarrow ? 'narrow' : 'wide'];
  // Undo and the menu stand beside them.
  const count = isNarrow ? Math.floor((width - room.around) / room.tool) - 2 : row.length + 1;
  return row.includes(inHand) && row.indexOf(inHand) < count
    ? row.slice(0, Math.max(1, count))
    : [...row.slice(0, Math.max(0, count - 1)), inHand];
}

type Props = { Tools: ComponentType<{ desk: Desk }> | null };

/** What one takes in hand on a board. On a phone all of it is within reach of a thumb. */
export function Toolbar({ Tools }: Props) {
  const text = useText();
  const desk = useDesk();
  const isNarrow = useIsNarrow();
  const isLow = useIsLow();
  const width = useWidth();
  const { tool, access } = useUi(({ tool, access }) => ({ tool, access }));
  const isAway = useUi(
    ({ writes, chosen, tool }) => isNarrow && (writes !== null || (isLow && chosen.length > 0 && tool === 'select')),
  );
  // On a phone what is written has all the room there is, and on a low board what is chosen has the place of the tools.
  if (access !== 'write' || isAway) return null;
  const row = rowFor(width, isNarrow, tool);
  const rest = all.filter(one => !row.includes(one));
  return (
    <div className={styles.dock}>
      {!isLow && <ToolChoices />}
      <div className={styles.bar} role="toolbar" aria-label={text('surface.tools')}>
        <Undo isAlone={isNarrow} />
        <span className={styles.rule} />
        {row.map(one => (
          <ToolButton key={one} tool={one} isOn={one === tool} />
        ))}
        <Menu position="top-end">
          <Menu.Target>
            <button
              type="button"
              className={styles.tool}
              aria-label={text('surface.more-tools')}
              title={text('surface.more-tools')}
            >
              <Icon of={IconDots} size={20} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(one => (
              <Menu.Item
                key={one}
                leftSection={<Icon of={icons[one]} size={20} />}
                onClick={() => desk.ui.setState({ tool: one })}
              >
                {text(`surface.tool.${one}`)}
              </Menu.Item>
            ))}
            {isLow && (
              <Menu.Item leftSection={<Icon of={IconMaximize} size={20} />} onClick={() => showAll(desk)}>
                {text('surface.zoom.all')}
              </Menu.Item>
            )}
            {isNarrow && (
              <Menu.Item
                leftSection={<Icon of={IconArrowForwardUp} size={20} mirrored />}
                onClick={() => desk.board.redo()}
              >
                {text('surface.redo')}
              </Menu.Item>
            )}
            {Tools && (
              <>
                <Menu.Divider />
                <Tools desk={desk} />
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}

function ToolButton({ tool, isOn }: { tool: Tool; isOn: boolean }) {
  const text = useText();
  const desk = useDesk();
  const key = toolKeys[tool];
  const name = text(`surface.tool.${tool}`);
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={isOn}
      aria-label={name}
      aria-keyshortcuts={key}
      title={key ? text('surface.tool.key', { name, key }) : name}
      onClick={event => {
        desk.ui.setState({ tool: isOn ? 'select' : tool });
        backToBoard(desk, event);
      }}
    >
      <Icon of={icons[tool]} size={20} mirrored={tool === 'arrow'} />
    </button>
  );
}

/** Who pressed with a pointer goes on with the board's own keys. */
function backToBoard(desk: Desk, { detail }: MouseEvent): void {
  if (detail > 0) desk.root.now?.focus({ preventScroll: true });
}

function Undo({ isAlone }: { isAlone: boolean }) {
  const text = useText();
  const { board } = useDesk();
  const steps = useSyncExternalStore(board.subscribe, board.steps);
  const button = (label: string, icon: Shape, isPossible: boolean, run: () => void) => (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-disabled={!isPossible}
      onClick={() => isPossible && run()}
    >
      <Icon of={icon} size={20} mirrored />
    </button>
  );
  return (
    <>
      {button(text('common.undo'), IconArrowBackUp, steps === 'undo' || steps === 'both', board.undo)}
      {!isAlone && button(text('surface.redo'), IconArrowForwardUp, steps === 'redo' || steps === 'both', board.redo)}
    </>
  );
}
