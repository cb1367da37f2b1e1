import type { Icon as Shape } from '@tabler/icons-react';
import IconBlockquote from '@tabler/icons-react/dist/esm/icons/IconBlockquote.mjs';
import IconH1 from '@tabler/icons-react/dist/esm/icons/IconH1.mjs';
import IconH2 from '@tabler/icons-react/dist/esm/icons/IconH2.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import IconSeparatorHorizontal from '@tabler/icons-react/dist/esm/icons/IconSeparatorHorizontal.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { Avatar } from '../../../design/Avatar.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { PersonClusterMark } from '../../../dialogue/PersonCluster.tsx';
import { useText } from '../editor/texts.ts';
import { Kind } from '../outcome/Kind.tsx';
import type { Block } from './block-words.ts';
import styles from './CaretMenu.module.css';
import { type CaretItem, type CaretMenuStore, entryId } from './caret-menu.ts';

const blockIcons: Record<Block, Shape> = {
  'heading.1': IconH1,
  'heading.2': IconH2,
  bulletList: IconList,
  orderedList: IconListNumbers,
  taskList: IconListCheck,
  table: IconTable,
  quote: IconBlockquote,
  rule: IconSeparatorHorizontal,
};

/** What can be chosen where the caret is, below the word that is being typed. */
export function CaretMenu({ menu }: { menu: CaretMenuStore }) {
  const text = useText();
  const open = useStore(menu, ({ open }) => open);
  if (!open || open.items.length === 0) return null;
  return createPortal(
    <div role="listbox" className={styles.menu} aria-label={text('menu.label')}>
      {open.items.map((item, at) => (
        <Entry key={keyOf(item)} item={item} at={at} isChosen={at === open.at} choose={() => open.choose(item)} />
      ))}
    </div>,
    open.host,
  );
}

const keyOf = (item: CaretItem): string => (item.kind === 'person' ? item.person : item.of);

type EntryProps = { item: CaretItem; at: number; isChosen: boolean; choose(): void };

function Entry({ item, at, isChosen, choose }: EntryProps) {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive in the text.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text.
    <div
      ref={entry}
      id={entryId(at)}
      role="option"
      aria-selected={isChosen}
      className={styles.entry}
      onMouseDown={event => event.preventDefault()}
      onClick={choose}
    >
      <Words item={item} />
    </div>
  );
}

function Words({ item }: { item: CaretItem }) {
  const text = useText();
  if (item.kind === 'outcome') return <Kind kind={item.of} />;
  if (item.kind === 'block')
    return (
      <>
        <Icon of={blockIcons[item.of]} size={18} />
        <span>{text(`toolbar.${item.of}`)}</span>
      </>
    );
  return (
    <>
      <Avatar id={item.person} name={item.name} size={28} />
      <bdi className={styles.name}>{item.name}</bdi>
      <PersonClusterMark person={item.person} />
      <bdi className={styles.town}>{item.municipality}</bdi>
    </>
  );
}
