import { Menu } from '@mantine/core';
import { paperPalette } from '@multaqa/shared/facilitate/board/draw/colours';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { isWritten } from '@multaqa/shared/facilitate/board/scene/thing';
import { boardWords } from '@multaqa/shared/facilitate/board/table/words';
import { type ComponentType, type KeyboardEvent, memo, useId } from 'react';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './ListRow.module.css';
import type { Row } from './rows.ts';
import { useText } from './texts.ts';
import type { Acts } from './use-acts.ts';

type Props = {
  row: Row;
  /** Its place among all rows, from 1. */
  place: number;
  name: string;
  frameName: string | null;
  isCurrent: boolean;
  isLocked: boolean;
  mayChange: boolean;
  Mark: ComponentType<{ thing: Thing }> | null;
  acts: Acts;
  onEdit(thing: Thing): void;
  onShow: ((id: string) => void) | null;
  onFocus(id: string): void;
};

const step = 40;
/** By how much an arrow key with Alt moves a thing, in units of the board. */
const ways: Record<string, readonly [number, number]> = {
  ...{ ArrowUp: [0, -step], ArrowDown: [0, step], ArrowLeft: [-step, 0], ArrowRight: [step, 0] },
};

/** One thing in the list. Enter edits it, Delete removes it, Alt with an arrow key moves it. */
export const ListRow = memo(function ListRow(props: Props) {
  const { row, place, isCurrent, mayChange, acts, onEdit, onFocus, Mark } = props;
  const { thing, level } = row;
  const id = useId();
  const keys = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || !mayChange) return;
    const way = event.altKey ? ways[event.key] : undefined;
    if (way) acts.move(thing, way);
    else if (event.key === 'Enter' || event.key === 'F2') onEdit(thing);
    else if (event.key === 'Delete' || event.key === 'Backspace') acts.remove(thing);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are drawn in part are no table.
    <div
      role="row"
      aria-level={level}
      aria-rowindex={place}
      // What is done with a row is no part of its name.
      aria-labelledby={`${id} ${id}-mark`}
      tabIndex={isCurrent ? 0 : -1}
      className={styles.row}
      data-row={thing.id}
      data-level={level}
      onKeyDown={keys}
      onFocus={() => onFocus(thing.id)}
      onDoubleClick={() => mayChange && onEdit(thing)}
    >
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: the row has the focus, and what is in it. */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: rows that are drawn in part are no table. */}
      <div role="gridcell" id={id} className={styles.what}>
        <Words {...props} />
      </div>
      <div role="gridcell" className={styles.acts}>
        <span id={`${id}-mark`} className={styles.mark}>
          {Mark && <Mark thing={thing} />}
        </span>
        <RowMenu {...props} />
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above. */}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above. */}
    </div>
  );
});

function Words({ row: { thing, words, level, holds }, frameName, isLocked }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const { kinds, colours, comma } = boardWords[language];
  const details = [
    kinds[thing.kind],
    ...(thing.kind === 'stamp' ? [] : [colours[thing.colour]]),
    ...(frameName === null ? [] : [text('board.list.in', { frame: frameName })]),
    ...(level > 1 && thing.into !== null ? [text('board.list.part')] : []),
    ...(thing.kind === 'frame' ? [text('board.list.holds', { count: holds })] : []),
    ...thing.tags.map(tag => `#${tag}`),
    ...(thing.fixed ? [text('board.list.fixed')] : []),
    ...(isLocked ? [text('board.list.locked')] : []),
  ];
  return (
    <>
      <span
        className={styles.colour}
        aria-hidden="true"
        style={{ background: paperPalette.tones[thing.colour][isWritten(thing) ? 'fill' : 'stroke'] }}
      />
      <span className={styles.text}>
        <span className={styles.words}>
          <bdi>{words || text(thing.kind === 'image' ? 'board.list.undescribed' : 'board.list.wordless')}</bdi>
        </span>
        <span className={styles.details}>{details.join(comma)}</span>
      </span>
    </>
  );
}

const directions = ['up', 'down', 'left', 'right'] as const;
const keyOf = { up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' } as const;

function RowMenu({ row: { thing }, name, mayChange, acts, onEdit, onShow }: Props) {
  const text = useText();
  if (!mayChange && !onShow) return null;
  return (
    <MenuOnDemand label={text('board.list.menu', { name })}>
      {onShow && <Menu.Item onClick={() => onShow(thing.id)}>{text('board.list.show')}</Menu.Item>}
      {mayChange && (
        <>
          <Menu.Item onClick={() => onEdit(thing)}>{text('board.list.edit')}</Menu.Item>
          {thing.into !== null && (
            <Menu.Item onClick={() => acts.takeOut(thing)}>{text('board.list.take-out')}</Menu.Item>
          )}
          {!thing.fixed &&
            directions.map(way => (
              <Menu.Item
                key={way}
                closeMenuOnClick={false}
                onClick={() => acts.move(thing, ways[keyOf[way]] ?? [0, 0])}
              >
                {text(`board.list.move.${way}`)}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => acts.reorder(thing, 'front')}>{text('board.list.front')}</Menu.Item>
          <Menu.Item onClick={() => acts.reorder(thing, 'back')}>{text('board.list.back-most')}</Menu.Item>
          {!thing.fixed && (
            <Menu.Item color="danger" onClick={() => acts.remove(thing)}>
              {text('board.list.remove')}
            </Menu.Item>
          )}
        </>
      )}
    </MenuOnDemand>
  );
}
