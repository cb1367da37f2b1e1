import { ActionIcon } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useRef } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import type { Looked, Workshop } from '../workshop.ts';
import { useTraitWords } from './trait-words.ts';
import { WhyCluster } from './WhyCluster.tsx';
import styles from './WhyPanel.module.css';
import { WhyPerson } from './WhyPerson.tsx';

type Props = { workshop: Workshop; looked: Looked | null; onClose(): void };

/** Explains whoever is looked at: beside the arrangement, where there is room. */
export function WhyPanel({ workshop, looked, onClose }: Props) {
  const text = useText();
  const panel = useRef<HTMLElement>(null);
  // Who opened it by keyboard goes on reading here.
  useEffect(() => {
    if (looked?.how === 'open-by-key') panel.current?.focus();
  }, [looked]);
  return (
    <aside ref={panel} className={styles.panel} tabIndex={-1} aria-label={text('cluster.why')}>
      {looked ? (
        <>
          {looked.how !== 'glance' && (
            <ActionIcon className={styles.close ?? ''} aria-label={text('common.close')} onClick={onClose}>
              <Icon of={IconX} size={20} />
            </ActionIcon>
          )}
          <Explained workshop={workshop} looked={looked} />
        </>
      ) : (
        <p className={styles.hint}>{text('cluster.why.hint')}</p>
      )}
    </aside>
  );
}

/** The same above the page, where there is no room beside it. */
export function WhyDialog({ workshop, looked, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('cluster.why')} isOpen={looked !== null} onClose={onClose} size={460}>
      {looked && <Explained workshop={workshop} looked={looked} />}
    </Dialog>
  );
}

function Explained({ workshop, looked: { subject } }: { workshop: Workshop; looked: Looked }) {
  const words = useTraitWords(workshop.asked, workshop.countryName);
  return subject.kind === 'person' ? (
    <WhyPerson workshop={workshop} person={subject.person} words={words} />
  ) : (
    <WhyCluster workshop={workshop} cluster={subject.cluster} words={words} />
  );
}
