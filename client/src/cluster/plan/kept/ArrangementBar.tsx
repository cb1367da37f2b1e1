import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import type { ArrangementView } from '@multaqa/shared/cluster/cluster.view';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs';
import IconColumns from '@tabler/icons-react/dist/esm/icons/IconColumns.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { type ReactNode, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { offerUndo } from '../../../design/toasts.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { useMoments } from '../../../platform/moments.ts';
import { useText } from '../texts.ts';
import type { Shown } from '../use-arrangement.ts';
import styles from './ArrangementBar.module.css';
import { TitleDialog } from './TitleDialog.tsx';
import { useHistory } from './use-history.ts';

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
      {mayChange && <History shown={shown} />}
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

function History({ shown }: { shown: Shown }) {
  const text = useText();
  const { undo, redo } = useHistory(shown);
  return (
    <div className={styles.history}>
      <ActionIcon
        aria-label={text('common.undo')}
        title={text('common.undo')}
        aria-keyshortcuts="Control+Z"
        aria-disabled={undo === null}
        onClick={() => undo?.()}
      >
        <Icon of={IconArrowBackUp} mirrored />
      </ActionIcon>
      <ActionIcon
        aria-label={text('cluster.redo')}
        title={text('cluster.redo')}
        aria-keyshortcuts="Control+Shift+Z"
        aria-disabled={redo === null}
        onClick={() => redo?.()}
      >
        <Icon of={IconArrowForwardUp} mirrored />
      </ActionIcon>
    </div>
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
