import { Button, Menu } from '@mantine/core';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconWorldOff from '@tabler/icons-react/dist/esm/icons/IconWorldOff.mjs';
import { useRef, useState } from 'react';
import { ConfirmDialog } from '../../../design/ConfirmDialog.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { useCommand, useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import type { Shown } from '../use-arrangement.ts';
import { differenceOf } from './difference.ts';
import styles from './PublishState.module.css';

/** Whether everybody sees what is on the screen, what differs from what they see, and the way to publish, withdraw and lock it. */
export function PublishState({ shown, grouped }: { shown: Shown; grouped: readonly string[] }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { published, isLocked } = useView(({ cluster }) => cluster);
  const [asked, setAsked] = useState<'publish' | 'withdraw' | null>(null);
  const section = useRef<HTMLElement>(null);
  const publish = async () => {
    const ack = await send('cluster.publish', { arrangement: shown.arrangement });
    // The button that was pressed has gone; what has come of it is read instead.
    if (ack.ok) section.current?.focus({ preventScroll: true });
  };
  const state = stateOf(shown, published, grouped);
  const count = Object.keys(shown.of).length;
  return (
    <section ref={section} tabIndex={-1} className={styles.state} aria-label={text('cluster.publish.state')}>
      <Pill tone={state.kind === 'same' ? 'good' : state.kind === 'none' ? 'plain' : 'warning'}>
        {isLocked ? text('cluster.publish.locked') : text(published ? 'cluster.publish.on' : 'cluster.publish.off')}
      </Pill>
      <p className={styles.words}>{text(`cluster.publish.${state.kind}`, { count: state.moved })}</p>
      {may('cluster.publish') && state.kind !== 'same' && !isLocked && (
        <Button onClick={() => setAsked('publish')}>
          {text(published ? 'cluster.publish.again' : 'cluster.publish.now')}
        </Button>
      )}
      {may('cluster.publish') && published && (
        <MenuOnDemand label={text('cluster.publish.actions')}>
          {isLocked ? (
            <Menu.Item
              leftSection={<Icon of={IconLockOpen} size={20} />}
              onClick={() => void send('cluster.unlock', {})}
            >
              {text('cluster.publish.unlock')}
            </Menu.Item>
          ) : (
            <>
              <Menu.Item leftSection={<Icon of={IconLock} size={20} />} onClick={() => void send('cluster.lock', {})}>
                {text('cluster.publish.lock')}
              </Menu.Item>
              <Menu.Item leftSection={<Icon of={IconWorldOff} size={20} />} onClick={() => setAsked('withdraw')}>
                {text('cluster.publish.withdraw')}
              </Menu.Item>
            </>
          )}
        </MenuOnDemand>
      )}
      <ConfirmDialog
        isOpen={asked === 'publish'}
        title={text('cluster.publish.ask')}
        body={text('cluster.publish.ask.text', {
          count,
          clusters: text('cluster.clusters', { count: shown.clusters.length }),
        })}
        confirm={text('cluster.publish.now')}
        onClose={() => setAsked(null)}
        onConfirm={() => void publish()}
      />
      <ConfirmDialog
        isOpen={asked === 'withdraw'}
        title={text('cluster.publish.withdraw.ask')}
        body={text('cluster.publish.withdraw.text')}
        confirm={text('cluster.publish.withdraw')}
        tone="danger"
        onClose={() => setAsked(null)}
        onConfirm={() => void send('cluster.withdraw', {})}
      />
    </section>
  );
}

type State = { kind: 'none' | 'same' | 'other' | 'moved' | 'renamed'; moved: number };

/** How what is on the screen stands to what everybody sees. */
function stateOf(
  shown: Shown,
  published: (Parameters<typeof differenceOf>[1] & { arrangement: string }) | null,
  grouped: readonly string[],
): State {
  if (!published) return { kind: 'none', moved: 0 };
  const { moved, isRenamed } = differenceOf(shown, published, grouped);
  if (published.arrangement !== shown.arrangement && moved > 0) return { kind: 'other', moved };
  if (moved > 0) return { kind: 'moved', moved };
  return { kind: isRenamed ? 'renamed' : 'same', moved };
}
