import { Button } from '@mantine/core';
import { freeClusterId } from '@multaqa/shared/cluster/cluster.state';
import type { Names } from '@multaqa/shared/names';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import type { Looked, Workshop } from '../workshop.ts';
import { Board } from './Board.tsx';
import { useNotes } from './breaks.ts';
import styles from './CardsView.module.css';
import { ChosenBar } from './ChosenBar.tsx';
import { ColumnHead } from './ColumnHead.tsx';
import { type Target, Targets } from './MoveEntries.tsx';
import type { Moving } from './moving.ts';
import { NamesDialog } from './NamesDialog.tsx';

/** One arrangement as columns of cards, to be changed by hand. */
export function CardsView({ workshop }: { workshop: Workshop }) {
  const text = useText();
  const { shown, columns, analysis, mayChange, look, move } = workshop;
  const notes = useNotes(analysis.broken, columns);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const isChoosing = chosen !== null;
  const moving = useMemo<Moving | null>(
    () =>
      mayChange
        ? {
            by: isChoosing ? 'box' : 'grip',
            onChoose: person => setChosen(before => toggled(before ?? new Set(), person)),
            onMove: (person, to) => move([person], to),
          }
        : null,
    [mayChange, isChoosing, move],
  );
  const shaping = useShaping(workshop);
  const onLook = useCallback((person: string, how: Looked['how']) => look({ kind: 'person', person }, how), [look]);
  return (
    <Targets value={useTargets(workshop)}>
      {shaping && (
        <div className={styles.tools}>
          <Button
            ref={chooser}
            variant="subtle"
            color="ink"
            leftSection={<Icon of={IconListCheck} size={20} />}
            onClick={() => setChosen(before => (before === null ? new Set() : null))}
          >
            {text(isChoosing ? 'cluster.choose-none' : 'cluster.choose-several')}
          </Button>
          <Button
            variant="subtle"
            color="ink"
            leftSection={<Icon of={IconPlus} size={20} />}
            onClick={() => shaping.ask({ kind: 'add', cluster: freeClusterId([shown]), names: {} })}
          >
            {text('cluster.add')}
          </Button>
        </div>
      )}
      {chosen && (
        <ChosenBar
          count={chosen.size}
          onMove={to => {
            move([...chosen], to);
            setChosen(null);
            chooser.current?.focus();
          }}
        />
      )}
      <Board
        columns={columns}
        chosen={chosen}
        opened={workshop.opened}
        onTheWay={shown.onTheWay}
        notes={notes}
        moving={moving}
        onLook={onLook}
        headOf={column => (
          <ColumnHead
            column={column}
            workshop={workshop}
            breaks={notes.clusters.get(column.id) ?? []}
            shaping={shaping}
          />
        )}
      />
      {shaping?.dialog}
    </Targets>
  );
}

type Named = { kind: 'rename' | 'add'; cluster: string; names: Names };

/** Naming, adding and dissolving clusters; null for who may look only. */
function useShaping({ shown, mayChange }: Workshop) {
  const text = useText();
  const send = useCommand();
  const [named, ask] = useState<Named | null>(null);
  const { arrangement, clusters } = shown;
  if (!mayChange) return null;
  return {
    ask,
    onName: (cluster: string) =>
      ask({ kind: 'rename', cluster, names: clusters.find(one => one.cluster === cluster)?.names ?? {} }),
    onDissolve: (cluster: string) => void send('cluster.dissolve', { arrangement, cluster }),
    dialog: (
      <NamesDialog
        title={text(named?.kind === 'add' ? 'cluster.add' : 'cluster.rename')}
        names={named?.names ?? null}
        onSave={names => {
          if (!named) return;
          const { kind, cluster } = named;
          void send(kind === 'add' ? 'cluster.add' : 'cluster.name', { arrangement, cluster, names });
        }}
        onClose={() => ask(null)}
      />
    ),
  };
}

/** Every place where somebody can go; the same list until one of them changes. */
function useTargets({ columns }: Workshop): readonly Target[] {
  return useMemo(
    () =>
      columns.map(({ id, name, cluster, members }) => ({
        id,
        name,
        mark: cluster?.mark ?? null,
        size: members.length,
      })),
    [columns],
  );
}

const toggled = (set: ReadonlySet<string>, person: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(person)) next.add(person);
  return next;
};
