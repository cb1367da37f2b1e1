import { useCallback } from 'react';
import { Dialog } from './Dialog.tsx';
import styles from './ShortcutHelp.module.css';
import { listShortcuts, useShortcut, useShortcuts } from './shortcuts.ts';
import { useText } from './texts.ts';

/** Opens with `?` and lists every key that works on this screen. */
export function ShortcutHelp() {
  const text = useText();
  const { shortcuts, isListed } = useShortcuts();
  const open = useCallback(() => listShortcuts(true), []);
  useShortcut('?', text('design.shortcuts.help'), open);
  const all = [...shortcuts, { key: 'Esc', label: text('design.shortcuts.close') }];
  return (
    <Dialog
      title={text('design.shortcuts.title')}
      isOpen={isListed}
      onClose={() => listShortcuts(false)}
      size={440}
      fills={false}
    >
      <dl className={styles.list}>
        {all.map(({ key, label }) => (
          <div key={key} className={styles.row}>
            <dt>
              <kbd className={styles.key}>{key.length === 1 ? key.toUpperCase() : key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
