import { Button } from '@mantine/core';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Icon } from '../Icon.tsx';
import { Board } from './Board.tsx';
import { type BoardProps, type Column, loose } from './board.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { Targets } from './MoveEntries.tsx';
import type { Moving } from './moving.ts';
import styles from './PeopleBoard.module.css';
import { useText } from './texts.ts';

type Props<Shown extends Column> = Omit<BoardProps<Shown>, 'chosen' | 'moving'> & {
  /** Moves people to a group, or out of all of them (`loose`); null for who may look only. */
  move: ((people: readonly string[], to: string) => void) | null;
  /** The entry that takes people out of all groups. */
  moveOut: string;
  /** What else can be done, beside choosing several people. */
  tools?: ReactNode;
};

/** Groups of people as columns of cards, changed by hand: by dragging, by keyboard, by menu, or several people at once. */
export function PeopleBoard<Shown extends Column>({ move, moveOut, tools, ...board }: Props<Shown>) {
  const text = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const isChoosing = chosen !== null;
  const moving = useMemo<Moving | null>(
    () =>
      move && {
        by: isChoosing ? 'box' : 'grip',
        onChoose: person => setChosen(before => toggled(before ?? new Set(), person)),
        onMove: (person, to) => move([person], to),
      },
    [move, isChoosing],
  );
  const { columns } = board;
  // The same list until one of the places changes.
  const targets = useMemo(
    () =>
      columns.map(({ id, name, mark, members }) => ({
        ...{ id, mark },
        name: id === loose ? moveOut : name,
        size: members.length,
      })),
    [columns, moveOut],
  );
  return (
    <Targets value={targets}>
      {move && (
        <div className={styles.tools}>
          <Button
            ref={chooser}
            variant="subtle"
            color="ink"
            leftSection={<Icon of={IconListCheck} size={20} />}
            onClick={() => setChosen(before => (before === null ? new Set() : null))}
          >
            {text(isChoosing ? 'board.choose-none' : 'board.choose-several')}
          </Button>
          {tools}
        </div>
      )}
      {move && chosen && (
        <ChosenBar
          count={chosen.size}
          onMove={to => {
            move([...chosen], to);
            setChosen(null);
            chooser.current?.focus();
          }}
        />
      )}
      <Board {...board} chosen={chosen} moving={moving} />
    </Targets>
  );
}

const toggled = (set: ReadonlySet<string>, person: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(person)) next.add(person);
  return next;
};
