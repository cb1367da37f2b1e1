import { Menu } from '@mantine/core';
import { type OutcomeKind, outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { Details } from './Details.tsx';
import { DetailsDialog } from './DetailsDialog.tsx';
import { Kind } from './Kind.tsx';
import styles from './OutcomeCard.module.css';
import { OutcomeMenu } from './OutcomeMenu.tsx';
import { useText } from './texts.ts';
import { outcomeActions } from './use-outcome.ts';

/** An outcome in the text: its kind, what it says, and what is known of it. */
export function OutcomeCard(props: ReactNodeViewProps) {
  const { editor, node } = props;
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const actions = outcomeActions(props);
  const kind = kindOf(node.attrs.kind);
  const isWritable = editor.isEditable;
  return (
    <NodeViewWrapper
      as="section"
      className={styles.card}
      data-kind={kind}
      data-outcome-card={node.attrs.id}
      aria-label={text(`outcome.kind.${kind}`)}
    >
      <div className={styles.head} contentEditable={false} data-drag-handle>
        {isWritable ? (
          <KindMenu kind={kind} onChoose={chosen => actions.set({ kind: chosen })} />
        ) : (
          <Kind kind={kind} />
        )}
        {isWritable && <OutcomeMenu editor={editor} node={node} actions={actions} onDetails={() => setOpen(true)} />}
      </div>
      <NodeViewContent className={styles.said} data-translated={node.childCount > 2 || undefined} />
      <Details node={node} kind={kind} isWritable={isWritable} set={actions.set} onOpen={() => setOpen(true)} />
      {isWritable && (
        <DetailsDialog isOpen={isOpen} attributes={node.attrs} onClose={() => setOpen(false)} onSave={actions.set} />
      )}
    </NodeViewWrapper>
  );
}

const kindOf = (kind: unknown): OutcomeKind => outcomeKinds.find(one => one === kind) ?? 'practice';

function KindMenu({ kind, onChoose }: { kind: OutcomeKind; onChoose(kind: OutcomeKind): void }) {
  const text = useText();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.kind} title={text('outcome.change-kind')}>
          <Kind kind={kind} />
          <Icon of={IconChevronDown} size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {outcomeKinds.map(one => (
          <Menu.Item key={one} role="menuitemradio" aria-checked={one === kind} onClick={() => onChoose(one)}>
            <Kind kind={one} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
