import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import type { ArrangementView } from '@multaqa/shared/cluster/cluster.view';
import IconColumns from '@tabler/icons-react/dist/esm/icons/IconColumns.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { type ReactNode, useMemo, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { HistoryButtons } from '../../../design/people-board/HistoryButtons.tsx';
import { TitleDialog } from '../../../design/people-board/TitleDialog.tsx';
import type { History } from '../../../design/people-board/use-history.ts';
import { offerUndo } from '../../../design/toasts.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { useMoments } from '../../../platform/moments.ts';
import { useText } from '../texts.ts';
import type { Shown } from '../use-arrangement.ts';
import styles from './ArrangementBar.module.css';

type Props = {
  arrangements: readonly ArrangementView[];
  shown: Shown;
  mayChange: boolean;
  /** Null while there is no other to compare with. */
  onCompare: (() => void) | null;
  onShow(arrangement: string): void;
  /** What comes next, at the end of the bar. */
  children?: ReactNode;
};

/** Which arrangement is on the screen, what can be done with it as a whole, and its last changes back and forth. */
export function ArrangementBar({ arrangements, shown, mayChange, onCompare, onShow, children }: Props) {
  const text = useText();
  const moments = useMoments();
  const history = useHistory(shown);
  return (
    <div className={styles.bar}>
      <NativeSelect
        className={styles.select}
        aria-label={text('cluster.kept')}
        value={shown.arrangement}
        data={arrangements.map(({ arrangement, title, madeAt }) => ({
          value: arrangement,
          label: text('cluster.kept.from', { title, day: moments.day(madeAt), time: moments.time(madeAt) }),
        }))}
        onChange={event => onShow(event.currentTarget.value)}
      />
      {mayChange && <HistoryButtons history={history} />}
      {onCompare && (
        <Button variant="default" leftSection={<Icon of={IconColumns} size={20} />} onClick={onCompare}>
          {text('cluster.compare')}
        </Button>
      )}
      {mayChange && <Actions shown={shown} onShow={onShow} />}
      <span className={styles.gap} />
      {children}
    </div>
  );
}

/** Taking changes of an arrangement back and doing them again; those on the way come first. */
function useHistory({ arrangement, undo, redo, onTheWay }: Shown): History {
  const send = useCommand();
  const canUndo = undo + onTheWay.size > 0;
  const canRedo = redo > 0 && onTheWay.size === 0;
  return useMemo(
    () => ({
      undo: canUndo ? () => void send('cluster.undo', { arrangement }) : null,
      redo: canRedo ? () => void send('cluster.redo', { arrangement }) : null,
    }),
    [send, arrangement, canUndo, canRedo],
  );
}

function Actions({ shown, onShow }: Pick<Props, 'shown' | 'onShow'>) {
  const text = useText();
  const send = useCommand();
  const [asked, setAsked] = useState<{ kind: 'copy' | 'rename'; title: string } | null>(null);
  const { arrangement, title } = shown;
  const save = async (given: string) => {
    if (asked?.kind === 'rename') return void send('cluster.title', { arrangement, title: given });
    const copy = newId();
    const ack = await send('cluster.copy', { arrangement, copy, title: given });
    if (ack.ok) onShow(copy);
  };
  const discard = async () => {
    const ack = await send('cluster.discard', { arrangement });
    if (!ack.ok) return;
    offerUndo({
      message: text('cluster.kept.discarded', { title }),
      label: text('common.undo'),
      undo: () => void send('cluster.recover', { arrangement }),
    });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon of={IconCopy} size={20} />}
        onClick={() => setAsked({ kind: 'copy', title: text('cluster.kept.copy-of', { title }) })}
      >
        {text('cluster.kept.keep')}
      </Button>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={text('cluster.kept.actions')}>
            <Icon of={IconDots} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon of={IconPencil} size={20} />}
            onClick={() => setAsked({ kind: 'rename', title })}
          >
            {text('cluster.kept.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon of={IconTrash} size={20} />} onClick={() => void discard()}>
            {text('common.discard')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <TitleDialog
        heading={text(asked?.kind === 'rename' ? 'cluster.kept.rename' : 'cluster.kept.keep')}
        title={asked?.title ?? null}
        onSave={given => void save(given)}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
