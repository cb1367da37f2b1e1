import { useEffect, useState } from 'react';
import styles from './DevelopmentPanel.module.css';
import { ConnectionSection, MediaSection, OutboxSection, PatchesSection } from './sections.tsx';

/**
 * What this tab receives, sends and knows, for developers. Ctrl+Alt+I opens and closes it. It is part of development
 * builds only, and alone has texts that are not in the catalogues.
 */
export function DevelopmentPanel() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      // By the place of the key, so that the shortcut works on Arabic keyboards.
      if (!event.ctrlKey || !event.altKey || event.code !== 'KeyI') return;
      event.preventDefault();
      setOpen(before => !before);
    };
    addEventListener('keydown', toggle);
    return () => removeEventListener('keydown', toggle);
  }, []);
  return isOpen ? (
    <aside className={styles.panel} lang="en" dir="ltr" aria-label="Development panel" data-panel="multaqa-development">
      <ConnectionSection />
      <OutboxSection />
      <MediaSection />
      <PatchesSection />
    </aside>
  ) : null;
}
