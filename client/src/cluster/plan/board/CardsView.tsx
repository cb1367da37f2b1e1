import { Button } from '@mantine/core';
import { freeClusterId } from '@multaqa/shared/cluster/cluster.state';
import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useCallback, useMemo, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import type { BoardWords, Look } from '../../../design/people-board/board.ts';
import { NamesDialog } from '../../../design/people-board/NamesDialog.tsx';
import { PeopleBoard } from '../../../design/people-board/PeopleBoard.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import { useNotes } from './breaks.ts';
import { ColumnHead } from './ColumnHead.tsx';

/** One arrangement as columns of cards, to be changed by hand. */
export function CardsView({ workshop }: { workshop: Workshop }) {
  const text = useText();
  const words = useWords();
  const { shown, columns, analysis, mayChange, look, move } = workshop;
  const notes = useNotes(analysis.broken, columns);
  const shaping = useShaping(workshop);
  const onLook = useCallback((person: string, how: Look) => look({ kind: 'person', person }, how), [look]);
  return (
    <>
      <PeopleBoard
        columns={columns}
        words={words}
        opened={workshop.opened}
        onTheWay={shown.onTheWay}
        notes={notes}
        move={mayChange ? move : null}
        moveOut={text('cluster.move-out')}
        onLook={onLook}
        headOf={column => (
          <ColumnHead
            column={column}
            workshop={workshop}
            breaks={notes.groups.get(column.id) ?? []}
            shaping={shaping}
          />
        )}
        tools={
          shaping && (
            <Button
              variant="subtle"
              color="ink"
              leftSection={<Icon of={IconPlus} size={20} />}
              onClick={() => shaping.ask({ kind: 'add', cluster: freeClusterId([shown]), names: {} })}
            >
              {text('cluster.add')}
            </Button>
          )
        }
      />
      {shaping?.dialog}
    </>
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
        hint={text('cluster.names.hint')}
        most={limits.clusterNameGraphemes}
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

function useWords(): BoardWords {
  const text = useText();
  return useMemo(
    () => ({ empty: text('cluster.empty'), nobodyLoose: text('cluster.loose.empty'), strip: text('cluster.strip') }),
    [text],
  );
}
